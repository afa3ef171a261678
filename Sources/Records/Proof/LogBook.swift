public import Academy
import Attestation
public import SQL

/// The log: its leaves and its checkpoints, added and never changed.
public enum LogBook {
    static let columns: SQL = "position, certificate_id, kind, body, salt, from_status, reason, at"

    public static func insert(_ entry: LogEntryRecord, in transaction: borrowing Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO log_entry (\(columns))
            VALUES (\(entry.index), \(entry.certificate), \(entry.kind), \(entry.body), \(entry.salt),
                \(entry.from?.rawValue ?? ""), \(entry.reason), \(entry.at))
            """)
    }

    public static func insert(_ checkpoint: CheckpointRecord, in transaction: borrowing Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO log_checkpoint (size, root, note, at)
            VALUES (\(checkpoint.size), \(checkpoint.root), \(checkpoint.note), \(checkpoint.at))
            """)
    }

    /// What the log says of itself now; nil while it is empty.
    public static func head(in transaction: borrowing Transaction) throws -> CheckpointRecord? {
        try transaction.first(
            "SELECT size, root, note, at FROM log_checkpoint ORDER BY size DESC LIMIT 1", as: checkpoint)
    }

    public static func checkpoint(
        ofSize size: Int, in transaction: borrowing Transaction
    ) throws -> CheckpointRecord? {
        try transaction.first("SELECT size, root, note, at FROM log_checkpoint WHERE size = \(size)", as: checkpoint)
    }

    /// Checkpoints behind a size, the smallest first.
    public static func checkpoints(
        after size: Int, limit: Int, in transaction: borrowing Transaction
    ) throws -> [CheckpointRecord] {
        try transaction.all(
            """
            SELECT size, root, note, at FROM log_checkpoint WHERE size > \(size) ORDER BY size LIMIT \(limit)
            """, as: checkpoint)
    }

    /// Every checkpoint, the smallest first.
    public static func eachCheckpoint(
        in transaction: borrowing Transaction, _ body: (CheckpointRecord) throws -> Void
    ) throws {
        try transaction.each("SELECT size, root, note, at FROM log_checkpoint ORDER BY size") {
            try body(try checkpoint($0))
        }
    }

    /// The bytes of the leaves of a range, in order.
    public static func bodies(
        from first: Int, count: Int, in transaction: borrowing Transaction
    ) throws -> [String] {
        try transaction.all(
            """
            SELECT body FROM log_entry WHERE position >= \(first) AND position < \(first + count) ORDER BY position
            """
        ) { try $0["body"] }
    }

    /// Every leaf about one certificate, the oldest first.
    public static func entries(
        about certificate: String, in transaction: borrowing Transaction
    ) throws -> [LogEntryRecord] {
        try transaction.all(
            "SELECT \(columns) FROM log_entry WHERE certificate_id = \(certificate) ORDER BY position", as: entry)
    }

    /// Every leaf, the oldest first, in constant memory.
    public static func eachEntry(
        in transaction: borrowing Transaction, _ body: (LogEntryRecord) throws -> Void
    ) throws {
        try transaction.each("SELECT \(columns) FROM log_entry ORDER BY position") { try body(try entry($0)) }
    }

    /// Lines of witnesses under the checkpoint of a size, in the order of their names.
    public static func cosignatures(ofSize size: Int, in transaction: borrowing Transaction) throws -> [String] {
        try transaction.all("SELECT line FROM log_cosignature WHERE size = \(size) ORDER BY witness") {
            try $0["line"]
        }
    }

    /// - Returns: false when this witness's line is there already.
    public static func insertCosignature(
        _ line: String, of witness: String, size: Int, at moment: Instant, in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            INSERT INTO log_cosignature (size, witness, line, at)
            VALUES (\(size), \(witness), \(line), \(moment)) ON CONFLICT DO NOTHING
            """) == 1
    }

    private static func checkpoint(_ row: Row) throws -> CheckpointRecord {
        CheckpointRecord(size: try row["size"], root: try row["root"], note: try row["note"], at: try row["at"])
    }

    private static func entry(_ row: Row) throws -> LogEntryRecord {
        let from: String = try row["from_status"]
        return LogEntryRecord(
            index: try row["position"], certificate: try row["certificate_id"], kind: try row["kind"],
            body: try row["body"], salt: try row["salt"], from: CertificateStatus(rawValue: from),
            reason: try row["reason"], at: try row["at"])
    }
}
