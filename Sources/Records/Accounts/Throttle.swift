public import Academy
public import SQL

/// Counts tries in windows of time, across restarts and across processes.
public enum Throttle {
    /// Counts one try against a bucket.
    /// - Parameters:
    ///   - bucket: what is counted, for example `sign-in:name:ali@…`; hash what is personal.
    ///   - window: length of a window in seconds.
    /// - Returns: tries in the present window, this one included, and the moment when the window ends.
    public static func count(
        _ bucket: String, window: Int64, at moment: Instant, in transaction: borrowing Transaction
    ) throws -> (count: Int, until: Instant) {
        let oldest = moment.adding(seconds: -window)
        let row: (Int, Instant) = try transaction.one(
            """
            INSERT INTO throttle (bucket, window_start, count) VALUES (\(bucket), \(moment), 1)
            ON CONFLICT (bucket) DO UPDATE SET
                count = CASE WHEN throttle.window_start <= \(oldest) THEN 1 ELSE throttle.count + 1 END,
                window_start = CASE WHEN throttle.window_start <= \(oldest) THEN \(moment)
                    ELSE throttle.window_start END
            RETURNING count, window_start
            """
        ) { (try $0["count"], try $0["window_start"]) }
        return (row.0, row.1.adding(seconds: window))
    }

    /// Forgets a bucket, after a try that succeeded.
    public static func clear(_ bucket: String, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute("DELETE FROM throttle WHERE bucket = \(bucket)")
    }

    /// Sweeps out windows that began before `moment`.
    public static func sweep(before moment: Instant, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute("DELETE FROM throttle WHERE window_start < \(moment)")
    }
}
