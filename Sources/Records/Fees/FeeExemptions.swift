public import Academy
public import SQL

/// Proposals of exemptions from fees.
public enum FeeExemptions {
    private static let columns: SQL =
        "id, participation_id, basis, proposed_by, proposed_at, state, decided_by, decided_at"

    /// Fails as `unique` while a proposal for the participation is open.
    public static func insert(_ exemption: FeeExemption, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            """
            INSERT INTO fee_exemption (id, participation_id, basis, proposed_by, proposed_at, state)
            VALUES (\(exemption.id), \(exemption.participation), \(exemption.basis), \(exemption.proposedBy),
                \(exemption.proposedAt), \(exemption.state))
            """)
    }

    public static func find(_ id: FeeExemption.ID, in transaction: borrowing Transaction) throws -> FeeExemption? {
        try transaction.first("SELECT \(columns) FROM fee_exemption WHERE id = \(id)", as: exemption)
    }

    /// Open proposals, the oldest first.
    public static func open(limit: Int, in transaction: borrowing Transaction) throws -> [FeeExemption] {
        try transaction.all(
            "SELECT \(columns) FROM fee_exemption WHERE state = 'proposed' ORDER BY id LIMIT \(limit)", as: exemption)
    }

    /// - Returns: false when it is not open any more.
    public static func decide(
        _ id: FeeExemption.ID, _ state: FeeExemption.State, by account: String, at moment: Instant,
        in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            UPDATE fee_exemption SET state = \(state), decided_by = \(account), decided_at = \(moment)
            WHERE id = \(id) AND state = 'proposed'
            """) == 1
    }

    private static func exemption(_ row: Row) throws -> FeeExemption {
        FeeExemption(
            id: try row["id"], participation: try row["participation_id"], basis: try row["basis"],
            proposedBy: try row["proposed_by"], proposedAt: try row["proposed_at"], state: try row["state"],
            decidedBy: try row["decided_by"], decidedAt: try row["decided_at"])
    }
}

extension FeeExemption.State: SQLRepresentable {}
