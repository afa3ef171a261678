public import Academy
public import SQL

/// What authorities for time have signed over the log's checkpoints: one token a checkpoint, added and never changed.
public enum LogDates {
    /// - Returns: false when the checkpoint has a token already.
    public static func insert(
        _ token: [UInt8], size: Int, at moment: Instant, in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            INSERT INTO log_date (size, token, at) VALUES (\(size), \(token), \(moment)) ON CONFLICT DO NOTHING
            """) == 1
    }

    /// The token over the checkpoint of a size, in DER.
    public static func find(size: Int, in transaction: borrowing Transaction) throws -> [UInt8]? {
        try transaction.first("SELECT token FROM log_date WHERE size = \(size)") { try $0["token"] }
    }

    /// The sizes of the checkpoints that have a token, in order.
    public static func sizes(in transaction: borrowing Transaction) throws -> [Int] {
        try transaction.all("SELECT size FROM log_date ORDER BY size") { try $0["size"] }
    }

    /// Every token, by the size of its checkpoint, in constant memory.
    public static func each(
        in transaction: borrowing Transaction, _ body: (Int, [UInt8]) throws -> Void
    ) throws {
        try transaction.each("SELECT size, token FROM log_date ORDER BY size") {
            try body(try $0["size"], try $0["token"])
        }
    }

    /// Checkpoints that wait for a date, the oldest first.
    ///
    /// What was signed before the first date is covered by it, so that of a log without any only the head waits.
    public static func waiting(
        limit: Int, in transaction: borrowing Transaction
    ) throws -> [CheckpointRecord] {
        let last: Int? = try transaction.first("SELECT size FROM log_date WHERE size > 0 ORDER BY size DESC LIMIT 1") {
            try $0["size"]
        }
        guard let last else { return try LogBook.head(in: transaction).map { [$0] } ?? [] }
        return try LogBook.checkpoints(after: last, limit: limit, in: transaction)
    }
}
