public import SQL

extension AuditLog {
    /// How far the chain has been followed.
    public struct Checked: Sendable, Hashable {
        /// How many entries were looked at.
        public var entries = 0
        /// Sequence number of the last one.
        public var sequence = 0
        var hash = ""
        /// Sequence number of the first entry whose hash does not follow; nil as long as the chain holds.
        public var brokenAt: Int?

        public init() {}
    }

    /// Follows the chain from where it was checked, over one page of entries.
    ///
    /// Entries are only ever added, so that pages may be read at different moments.
    /// - Returns: false when there are no more.
    public static func follow(
        _ checked: inout Checked, limit: Int, in transaction: borrowing Transaction
    ) throws -> Bool {
        let page = try transaction.all(
            """
            SELECT sequence, previous_hash, hash, \(columns) FROM audit
            WHERE sequence > \(checked.sequence) ORDER BY sequence LIMIT \(limit)
            """
        ) { row in
            let (sequence, hash, claimed): (Int, String, String) =
                (try row["sequence"], try row["hash"], try row["previous_hash"])
            return (sequence: sequence, hash: hash, claimed: claimed, entry: try entry(row))
        }
        for row in page {
            let computed = row.entry.hash(sequence: row.sequence, after: checked.hash)
            let follows =
                row.sequence == checked.sequence + 1 && row.claimed == checked.hash && row.hash == computed
            if checked.brokenAt == nil, !follows { checked.brokenAt = row.sequence }
            (checked.sequence, checked.hash) = (row.sequence, row.hash)
            checked.entries += 1
        }
        return page.count == limit
    }

    /// The sequence number of the first entry whose hash does not follow; nil when the chain holds.
    public static func firstBreak(in transaction: borrowing Transaction) throws -> Int? {
        var checked = Checked()
        while try checked.brokenAt == nil && follow(&checked, limit: 2000, in: transaction) {}
        return checked.brokenAt
    }
}
