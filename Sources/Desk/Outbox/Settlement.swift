import Academy
import Post
import Records
import SQL

/// What one try means for a letter, as a pure function of the letter and the try's outcome.
struct Settlement: Sendable {
    let entry: OutboxEntry
    let step: Step
    /// Empty when it was sent.
    let error: String

    enum Outcome: Sendable {
        case sent
        case refused(MailFailure)
        /// The letter cannot even be written.
        case unwritable(String)
    }

    enum Step: Sendable, Hashable {
        case sent
        /// Tried again after so many seconds.
        case postponed(seconds: Int64)
        case failed
        /// Not this letter's fault: it waits and loses no try.
        case unavailable
    }

    /// After the first to the fifth failed try: 1 minute, 5 and 30 minutes, 2 and 12 hours.
    ///
    /// The sixth is the last.
    static let pauses: [Int64] = [60, 300, 1800, 7200, 43_200]
    /// While the mail server cannot be used.
    static let pauseOfAll: Int64 = 60

    init(of entry: OutboxEntry, after outcome: Outcome) {
        self.entry = entry
        switch outcome {
        case .sent: (step, error) = (.sent, "")
        case .unwritable(let why): (step, error) = (.failed, Self.shortened(why))
        case .refused(let failure): (step, error) = (Self.step(failure, entry.attempts), Self.shortened("\(failure)"))
        }
    }

    private static func step(_ failure: MailFailure, _ attempts: Int) -> Step {
        switch failure.kind {
        case .unavailable: .unavailable
        case .temporary where attempts < pauses.count: .postponed(seconds: pauses[max(0, attempts)])
        case .temporary, .permanent: .failed
        }
    }

    private static func shortened(_ text: String) -> String { String(text.prefix(500)) }

    func apply(at now: Instant, in transaction: borrowing Transaction) throws {
        let id = entry.message.id
        let kept = LetterDraft.withoutSecrets(entry.message.values, of: entry.message.kind)
        switch step {
        case .sent: try Outbox.markSent(id, keeping: kept, at: now, in: transaction)
        case .postponed(let seconds):
            try Outbox.postpone(
                id, claimedBy: entry.claim, attempts: entry.attempts + 1, until: now.adding(seconds: seconds),
                error: error, in: transaction)
        case .unavailable:
            try Outbox.postpone(
                id, claimedBy: entry.claim, attempts: entry.attempts, until: now.adding(seconds: Self.pauseOfAll),
                error: error, in: transaction)
        case .failed:
            let isOurs = try Outbox.markFailed(
                id, claimedBy: entry.claim, keeping: kept, attempts: entry.attempts + 1, error: error,
                at: now, in: transaction)
            if isOurs { try recordFailure(at: now, in: transaction) }
        }
    }

    private func recordFailure(at now: Instant, in transaction: borrowing Transaction) throws {
        try AuditLog.append(
            AuditEntry(
                at: now, actor: "system", action: "letter.given_up", subjectKind: "letter",
                subjectID: entry.message.id.text, before: OutboxEntry.State.waiting.rawValue,
                after: OutboxEntry.State.failed.rawValue, reason: error, requestID: "outbox"),
            in: transaction)
    }
}
