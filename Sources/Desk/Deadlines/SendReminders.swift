public import Academy
import Records
import SQL

/// The day's reminders and digests, as rows of the outbox; each is written once, however often this runs.
///
/// What a reminder is about is looked up first and looked at again in the transaction that notes it, so that nobody is
/// reminded of what was done meanwhile.
public struct SendReminders: Sendable {
    let office: Office
    static let page = 200

    public init(_ office: Office) { self.office = office }

    /// People are not written to at night: reminders of a day go out from eight in the morning.
    public static func isTime(_ moment: Instant) -> Bool {
        moment.timeOfDay >= (TimeOfDay(minutesSinceMidnight: 8 * 60) ?? .midnight)
    }

    /// - Returns: how many letters were written.
    public func callAsFunction(requestID: String = "clock") async throws -> Int {
        let clerk = ApplicationClerk(office, for: .system(requestID: requestID))
        var written = 0
        for due in try await supportsDue(at: clerk.now) { written += try await send(due, clerk) }
        for due in try await confirmationsDue(at: clerk.now) { written += try await send(due, clerk) }
        for due in try await afterwardsDue(at: clerk.now) { written += try await send(due, clerk) }
        return try await written + SendDigests(office)(at: clerk.now)
    }

    /// A reminder that nobody has noted yet.
    struct Due: Sendable, Hashable {
        let errand: Reminder.Errand
        /// The application, or the participation.
        let id: String
        /// Tells apart what is asked anew, such as another supervisor.
        let edition: Int
        let step: Int

        var subject: String { edition == 1 ? id : "\(id)/\(edition)" }
    }

    private func send(_ due: Due, _ clerk: ApplicationClerk) async throws -> Int {
        try await office.database.write { transaction in
            let isNew = try Reminders.note(
                due.errand.rawValue, due.subject, step: due.step, at: clerk.now, in: transaction)
            guard isNew else { return 0 }
            let letters = ReminderLetters(clerk: clerk)
            let messages =
                switch due.errand {
                case .support: try letters.support(.init(due.id), due.edition, step: due.step, in: transaction)
                case .confirmation: try letters.confirmation(.init(due.id), in: transaction)
                case .evaluation, .payment: try letters.afterwards(due.errand, .init(due.id), in: transaction)
                }
            for message in messages { try Outbox.add(message, at: clerk.now, in: transaction) }
            return messages.count
        }
    }

    static func isNew(_ due: Due, in transaction: borrowing Transaction) throws -> Bool {
        try due.step > Reminders.last(due.errand.rawValue, due.subject, in: transaction)
    }
}
