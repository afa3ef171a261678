public import Academy
import Digests
public import SQL

/// One state change, as the audit tells it.
public struct AuditEntry: Sendable, Hashable {
    public var at: Instant
    /// Account that acted.
    public var actor: String
    /// Account or officer for whom it acted; empty when for itself.
    public var onBehalfOf: String
    /// What was done, as a stable code: `certificate.issued`.
    public var action: String
    public var subjectKind: String
    public var subjectID: String
    public var before: String
    public var after: String
    public var reason: String
    public var requestID: String

    public init(
        at: Instant, actor: String, onBehalfOf: String = "", action: String, subjectKind: String, subjectID: String,
        before: String = "", after: String = "", reason: String = "", requestID: String
    ) {
        self.at = at
        self.actor = actor
        self.onBehalfOf = onBehalfOf
        self.action = action
        self.subjectKind = subjectKind
        self.subjectID = subjectID
        self.before = before
        self.after = after
        self.reason = reason
        self.requestID = requestID
    }

    /// SHA-256 over the entry and the hash before it.
    ///
    /// Lengths stand before texts, so that no two entries look alike.
    func hash(sequence: Int, after previous: String) -> String {
        let parts = [
            previous, String(sequence), at.iso, actor, onBehalfOf, action, subjectKind, subjectID, before, after,
            reason,
            requestID,
        ]
        return SHA256Digest(of: parts.map { "\($0.utf8.count):\($0)" }.joined(separator: "\n")).hex
    }
}

/// Every state change, in order, each chained to the one before by hash.
public enum AuditLog {
    /// Appends in the caller's transaction.
    ///
    /// The sequence, not the clock, is the order.
    public static func append(_ entry: AuditEntry, in transaction: borrowing Transaction) throws {
        let last = try last(in: transaction)
        try insert(entry, as: last.sequence + 1, after: last.hash, in: transaction)
        try file(last.sequence + 1, entry, in: transaction)
    }

    /// Appends several in the caller's transaction, in their order; it is known which course each is about.
    public static func append(
        _ entries: [(entry: AuditEntry, course: Course.ID)], in transaction: borrowing Transaction
    ) throws {
        var (sequence, hash) = try last(in: transaction)
        for (entry, course) in entries {
            sequence += 1
            hash = try insert(entry, as: sequence, after: hash, in: transaction)
            try file(sequence, under: course, in: transaction)
        }
    }

    private static func last(in transaction: borrowing Transaction) throws -> (sequence: Int, hash: String) {
        try transaction.first("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1") {
            (try $0["sequence"], try $0["hash"])
        } ?? (0, "")
    }

    /// - Returns: the hash that the next entry goes on from.
    @discardableResult
    private static func insert(
        _ entry: AuditEntry, as sequence: Int, after previous: String, in transaction: borrowing Transaction
    ) throws -> String {
        let hash = entry.hash(sequence: sequence, after: previous)
        _ = try transaction.execute(
            """
            INSERT INTO audit (sequence, at, actor, on_behalf_of, action, subject_kind, subject_id, before_state,
                after_state, reason, request_id, previous_hash, hash)
            VALUES (\(sequence), \(entry.at), \(entry.actor), \(entry.onBehalfOf), \(entry.action),
                \(entry.subjectKind), \(entry.subjectID), \(entry.before), \(entry.after), \(entry.reason),
                \(entry.requestID), \(previous), \(hash))
            """)
        return hash
    }

    /// What happened to one thing, oldest first.
    public static func entries(
        about kind: String, _ id: String, in transaction: borrowing Transaction
    ) throws -> [AuditEntry] {
        try transaction.all(
            """
            SELECT \(columns) FROM audit WHERE subject_kind = \(kind) AND subject_id = \(id) ORDER BY sequence
            """, as: entry)
    }

    static let columns: SQL =
        "at, actor, on_behalf_of, action, subject_kind, subject_id, before_state, after_state, reason, request_id"

    static func entry(_ row: Row) throws -> AuditEntry {
        AuditEntry(
            at: try row["at"], actor: try row["actor"], onBehalfOf: try row["on_behalf_of"],
            action: try row["action"], subjectKind: try row["subject_kind"], subjectID: try row["subject_id"],
            before: try row["before_state"], after: try row["after_state"], reason: try row["reason"],
            requestID: try row["request_id"])
    }
}
