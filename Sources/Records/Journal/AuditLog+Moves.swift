public import Academy
public import SQL

/// When something came into a state.
public struct StateMove: Sendable, Hashable {
    public let subject: String
    public let at: Instant
    public let after: String
}

extension AuditLog {
    /// Every change of state of several things of a kind, of each the oldest first.
    public static func moves(
        of kind: String, _ ids: [String], in transaction: borrowing Transaction
    ) throws -> [StateMove] {
        try transaction.all(
            """
            SELECT subject_id, at, after_state FROM audit
            WHERE subject_kind = \(kind) AND subject_id IN (\(SQL.list(ids))) AND before_state <> after_state
            ORDER BY subject_id, sequence
            """
        ) { StateMove(subject: try $0["subject_id"], at: try $0["at"], after: try $0["after_state"]) }
    }
}
