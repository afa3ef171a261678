public import Academy
public import SQL

/// What people were reminded of: each step of each errand at most once, whoever asks and however often.
public enum Reminders {
    /// Notes every step up to and with `step`, so that one that was missed is not sent late.
    /// - Parameters:
    ///   - errand: what it is about, a stable code.
    ///   - subject: the thing itself, by its id.
    ///   - step: which of the errand's reminders, from 1.
    /// - Returns: false when `step` had been noted.
    public static func note(
        _ errand: String, _ subject: String, step: Int, at moment: Instant, in transaction: borrowing Transaction
    ) throws -> Bool {
        var isNew = false
        for number in 1...step {
            let written = try transaction.execute(
                """
                INSERT INTO reminder (errand, subject, step, at) VALUES (\(errand), \(subject), \(number), \(moment))
                ON CONFLICT (errand, subject, step) DO NOTHING
                """)
            isNew = written == 1
        }
        return isNew
    }

    /// The last step that was noted; 0 for none.
    public static func last(
        _ errand: String, _ subject: String, in transaction: borrowing Transaction
    ) throws -> Int {
        try transaction.first(
            """
            SELECT step FROM reminder WHERE errand = \(errand) AND subject = \(subject)
            ORDER BY step DESC LIMIT 1
            """
        ) { try $0["step"] } ?? 0
    }
}
