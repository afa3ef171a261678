import Academy
import Desk
import Records
import SQL

/// Letters of the demonstration: those of earlier days have arrived, all but a few; the latest still wait.
struct DiaryPost {
    let office: Office

    /// Addresses at which nobody is reached.
    static let failing = 2
    /// Letters of so many days wait.
    private static let waitingDays = 2

    func settle() async throws {
        let now = office.surroundings.now()
        let recent = now.adding(hours: -24 * Self.waitingDays)
        try await office.database.write { transaction in
            let end = now.adding(seconds: 60)
            var failed = 0
            for entry in try Outbox.claim("demo", limit: 5000, at: now, until: end, in: transaction) {
                let message = entry.message
                if entry.createdAt > recent || message.kind == "support.requested" {
                    _ = try Outbox.postpone(
                        message.id, claimedBy: "demo", attempts: 0, until: now, error: "", in: transaction)
                } else if failed < Self.failing, message.kind.hasPrefix("receipt.") {
                    failed += 1
                    _ = try Outbox.markFailed(
                        message.id, claimedBy: "demo", keeping: message.values, attempts: 1,
                        error: "550 5.1.1 <\(message.recipient)>: mailbox unavailable",
                        at: entry.createdAt.adding(seconds: 40), in: transaction)
                } else {
                    _ = try Outbox.markSent(
                        message.id, keeping: message.values, at: entry.createdAt.adding(seconds: 20), in: transaction)
                }
            }
        }
    }

    /// Links that supervisors were mailed and have not used, the latest first.
    func supervisorLinks() async throws -> [String] {
        let waiting = try await office.database.read { transaction in
            try Outbox.page(.waiting, before: nil, limit: 200, in: transaction)
                .filter { $0.message.kind == "support.requested" }
        }
        var links: [String] = []
        for entry in waiting {
            guard let link = entry.message.values["link"], let token = link.split(separator: "/").last,
                let letter = try? await DecideSupport(office).read(token: String(token)), letter.standing == .open
            else { continue }
            links.append(link)
        }
        return links
    }
}
