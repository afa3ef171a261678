import Academy
import Records
import SQL

/// *Ringkasan harian* to coordinators and to the finance unit: how much waits for them, on the academy's working days and
/// only where something does.
struct SendDigests: Sendable {
    let office: Office

    init(_ office: Office) { self.office = office }

    /// The academy is in Melaka.
    private static let home = ServiceState.melaka

    /// - Returns: how many letters were written; nobody gets a second one of the same kind on a day.
    func callAsFunction(at now: Instant) async throws -> Int {
        let plan = try await office.database.read { transaction -> [Digest] in
            let calendar = try Holidays.calendar(of: Self.home, since: now.day, in: transaction)
            guard calendar.isWorkingDay(now.day) else { return [] }
            return try coordinators(in: transaction) + finance(in: transaction)
        }
        var written = 0
        for digest in plan where try await send(digest, at: now) { written += 1 }
        return written
    }

    private struct Digest: Sendable {
        let reader: AccountRecord
        let errand: String
        let counts: [String: Int]
        let link: String
    }

    private func coordinators(in transaction: borrowing Transaction) throws -> [Digest] {
        try Accounts.coordinating(in: transaction).filter { $0.roles.contains(.coordinator) }.map { reader in
            let counts = try Applications.awaiting(coordinator: reader.id, in: transaction)
            return Digest(
                reader: reader, errand: "digest_coordinator",
                counts: ["applications": counts[.supported] ?? 0, "releases": counts[.releaseRequested] ?? 0],
                link: "/pentadbir")
        }
    }

    private func finance(in transaction: borrowing Transaction) throws -> [Digest] {
        let waiting = try Receipts.countWaiting(in: transaction)
        return try waiting == 0
            ? []
            : Accounts.finance(in: transaction).filter { !$0.roles.contains(.administrator) }.map {
                Digest(reader: $0, errand: "digest_finance", counts: ["receipts": waiting], link: "/kewangan")
            }
    }

    private func send(_ digest: Digest, at now: Instant) async throws -> Bool {
        let total = digest.counts.values.reduce(0, +)
        guard total > 0 else { return false }
        let subject = "\(digest.reader.id.text)/\(now.day.iso)"
        var values = digest.counts.filter { $0.value > 0 }.mapValues(String.init)
        values["name"] = digest.reader.displayName
        values["count"] = String(total)
        values["link"] = office.settings.site + digest.link
        let message = OutboxMessage(
            id: try office.surroundings.newID(), kind: "digest.daily", recipient: digest.reader.name,
            language: digest.reader.language, values: values)
        return try await office.database.write { transaction in
            guard try Reminders.note(digest.errand, subject, step: 1, at: now, in: transaction) else { return false }
            try Outbox.add(message, at: now, in: transaction)
            return true
        }
    }
}
