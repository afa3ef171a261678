public import Academy
public import SQL

/// Which entries of the audit are wanted; what is empty or nil does not narrow.
public struct AuditFilter: Sendable, Hashable {
    public var actor = ""
    public var action = ""
    public var subjectKind = ""
    public var subjectID = ""
    /// Moments: from the first, and before the second.
    public var from: Instant?
    public var until: Instant?

    public init() {}
}

/// What administrators and auditors see of the audit.
extension AuditLog {
    /// One page, newest first; pass the last one's sequence as `before` for the next page.
    public static func page(
        _ filter: AuditFilter, before: Int?, limit: Int, in transaction: borrowing Transaction
    ) throws -> [(sequence: Int, entry: AuditEntry)] {
        let (low, high) = try bounds(filter, before, in: transaction)
        if low > high { return [] }
        let narrowed = condition(filter)
        return try transaction.all(
            """
            SELECT sequence, \(columns) FROM audit
            WHERE \(narrowed)sequence >= \(low) AND sequence <= \(high) ORDER BY sequence DESC LIMIT \(limit)
            """
        ) { (try $0["sequence"], try entry($0)) }
    }

    /// The numbers between which the entries of a period lie.
    ///
    /// The number is the order; the clock only finds its ends.
    static func bounds(
        _ filter: AuditFilter, _ before: Int?, in transaction: borrowing Transaction
    ) throws -> (low: Int, high: Int) {
        var low = 1
        var high = try before.map { $0 - 1 } ?? last(in: transaction)
        if let from = filter.from {
            let first: Int? = try transaction.first(
                "SELECT sequence FROM audit WHERE at >= \(from) ORDER BY at, sequence LIMIT 1"
            ) { try $0["sequence"] }
            low = first ?? high + 1
        }
        if let until = filter.until {
            let end: Int? = try transaction.first(
                "SELECT sequence FROM audit WHERE at < \(until) ORDER BY at DESC, sequence DESC LIMIT 1"
            ) { try $0["sequence"] }
            high = min(high, end ?? 0)
        }
        return (low, high)
    }

    private static func last(in transaction: borrowing Transaction) throws -> Int {
        let last: Int? = try transaction.one("SELECT max(sequence) AS last FROM audit") { try $0["last"] }
        return last ?? 0
    }

    static func condition(_ filter: AuditFilter) -> SQL {
        var sql: SQL = ""
        if !filter.subjectKind.isEmpty { sql = "\(sql)subject_kind = \(filter.subjectKind) AND " }
        if !filter.subjectID.isEmpty { sql = "\(sql)subject_id = \(filter.subjectID) AND " }
        if !filter.actor.isEmpty { sql = "\(sql)actor = \(filter.actor) AND " }
        if !filter.action.isEmpty { sql = "\(sql)action = \(filter.action) AND " }
        return sql
    }
}
