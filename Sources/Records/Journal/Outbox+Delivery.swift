public import Academy
public import SQL

/// Delivery: claim, try, settle.
///
/// A claim is a lease: it moves `due_at` behind the time that one try can take, so that no second worker takes the letter
/// meanwhile, and so that the letter of a worker that was killed becomes due again by itself.
extension Outbox {
    /// Claims letters that are due, the oldest first, under `token`, until `end`.
    ///
    /// Two workers never get the same letter, on either engine: SQLite has one writer, PostgreSQL passes over locked rows.
    public static func claim(
        _ token: String, limit: Int, at moment: Instant, until end: Instant, in transaction: borrowing Transaction
    ) throws -> [OutboxEntry] {
        let claimed = try transaction.all(
            """
            UPDATE outbox SET claim = \(token), due_at = \(end)
            WHERE id IN (
                SELECT id FROM outbox WHERE sent_at IS NULL AND failed_at IS NULL AND due_at <= \(moment)
                ORDER BY due_at, id LIMIT \(limit)\(transaction.dialect.skippingLocked))
            RETURNING \(columns)
            """, as: entry)
        return claimed.sorted { $0.message.id < $1.message.id }
    }

    /// The server has taken the letter.
    ///
    /// Holds whoever has the claim now, because it is true: a letter that was sent is never tried again.
    /// - Parameter values: what is kept of its values, without secrets.
    /// - Returns: false when it was marked before.
    @discardableResult
    public static func markSent(
        _ id: OutboxMessage.ID, keeping values: [String: String], at moment: Instant,
        in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            UPDATE outbox SET sent_at = \(moment), failed_at = NULL, claim = '', error = '',
                payload = \(try JSONColumn.text(values))
            WHERE id = \(id) AND sent_at IS NULL
            """) == 1
    }

    /// Puts a letter off and gives back its claim.
    /// - Parameter attempts: failed tries so far; unchanged when the letter itself was not to blame.
    /// - Returns: false when the claim is no longer `token`'s; then nothing was changed.
    @discardableResult
    public static func postpone(
        _ id: OutboxMessage.ID, claimedBy token: String, attempts: Int, until moment: Instant, error: String,
        in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            UPDATE outbox SET claim = '', attempts = \(attempts), due_at = \(moment), error = \(error)
            WHERE id = \(id) AND claim = \(token) AND sent_at IS NULL AND failed_at IS NULL
            """) == 1
    }

    /// Gives a letter up; only ``resend(_:at:in:)`` takes it up again.
    /// - Parameters:
    ///   - values: what is kept of its values, without secrets.
    ///   - attempts: failed tries, this one included.
    /// - Returns: false when the claim is no longer `token`'s; then nothing was changed.
    @discardableResult
    public static func markFailed(
        _ id: OutboxMessage.ID, claimedBy token: String, keeping values: [String: String], attempts: Int,
        error: String, at moment: Instant, in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            UPDATE outbox SET failed_at = \(moment), claim = '', attempts = \(attempts), error = \(error),
                payload = \(try JSONColumn.text(values))
            WHERE id = \(id) AND claim = \(token) AND sent_at IS NULL AND failed_at IS NULL
            """) == 1
    }

    /// Makes a letter due now with a clean slate.
    ///
    /// One that a server has taken becomes a new edition, so that it arrives under a new Message-ID: readers' programs throw
    /// away what they have seen. One that never went out keeps its edition.
    /// - Returns: false when there is no such letter, or when it is being sent at this moment.
    public static func resend(
        _ id: OutboxMessage.ID, at moment: Instant, in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            UPDATE outbox SET edition = CASE WHEN sent_at IS NULL THEN edition ELSE edition + 1 END,
                resent_at = CASE WHEN sent_at IS NULL THEN resent_at ELSE \(moment) END,
                sent_at = NULL, failed_at = NULL, claim = '', attempts = 0, error = '', due_at = \(moment)
            WHERE id = \(id) AND NOT (sent_at IS NULL AND failed_at IS NULL AND claim <> '' AND due_at > \(moment))
            """) == 1
    }
}
