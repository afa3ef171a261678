public import Academy
public import SQL

/// Requests to correct what the staff directory says.
public enum Corrections {
    private static let columns: SQL = """
        id, officer_id, field, before_value, wanted_value, reason, upload_id, requested_by, requested_at, state,
        decided_by, decided_at, decision_reason
        """

    public static func insert(_ correction: CorrectionRecord, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            """
            INSERT INTO correction (id, officer_id, field, before_value, wanted_value, reason, upload_id,
                requested_by, requested_at, state)
            VALUES (\(correction.id), \(correction.officer), \(correction.field), \(correction.before),
                \(correction.wanted), \(correction.reason), \(nullable: correction.upload),
                \(correction.requestedBy), \(correction.requestedAt), \(correction.state))
            """)
    }

    public static func find(
        _ id: CorrectionRecord.ID, in transaction: borrowing Transaction
    ) throws -> CorrectionRecord? {
        try transaction.first("SELECT \(columns) FROM correction WHERE id = \(id)", as: correction)
    }

    /// An officer's own, newest first.
    public static func of(
        _ officer: Officer.ID, limit: Int, in transaction: borrowing Transaction
    ) throws -> [CorrectionRecord] {
        try transaction.all(
            "SELECT \(columns) FROM correction WHERE officer_id = \(officer) ORDER BY id DESC LIMIT \(limit)",
            as: correction)
    }

    /// The request that waits about a field, of which there is one at most.
    public static func waiting(
        of officer: Officer.ID, _ field: StaffField, in transaction: borrowing Transaction
    ) throws -> CorrectionRecord? {
        try transaction.first(
            """
            SELECT \(columns) FROM correction
            WHERE officer_id = \(officer) AND field = \(field) AND state = 'waiting'
            """, as: correction)
    }

    /// One page of what waits for an administrator, the oldest first.
    public static func waiting(
        after key: CorrectionRecord.ID?, limit: Int, in transaction: borrowing Transaction
    ) throws -> [CorrectionRecord] {
        try transaction.all(
            """
            SELECT \(columns) FROM correction WHERE state = 'waiting' AND id > \(key?.text ?? "")
            ORDER BY id LIMIT \(limit)
            """, as: correction)
    }

    /// The latest decisions.
    public static func decided(limit: Int, in transaction: borrowing Transaction) throws -> [CorrectionRecord] {
        try transaction.all(
            """
            SELECT \(columns) FROM correction WHERE decided_at IS NOT NULL
            ORDER BY decided_at DESC, id DESC LIMIT \(limit)
            """, as: correction)
    }

    /// - Returns: false when it is no longer in the state it was read in.
    public static func move(
        _ correction: CorrectionRecord, to state: CorrectionRecord.State, by account: String, reason: String,
        at moment: Instant, in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            UPDATE correction SET state = \(state), decided_by = \(account), decided_at = \(moment),
                decision_reason = \(reason)
            WHERE id = \(correction.id) AND state = \(correction.state)
            """) == 1
    }

    /// What was accepted for an officer and ezHR has not said yet, in the order of asking.
    public static func unconfirmed(
        of officer: Officer.ID, in transaction: borrowing Transaction
    ) throws -> [CorrectionRecord] {
        try transaction.all(
            """
            SELECT \(columns) FROM correction WHERE officer_id = \(officer) AND state = 'accepted' ORDER BY id
            """, as: correction)
    }

    /// Whether ezHR has said so, or something else.
    public static func settle(
        _ id: CorrectionRecord.ID, as state: CorrectionRecord.State, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute(
            "UPDATE correction SET state = \(state) WHERE id = \(id) AND state = 'accepted'")
    }

    /// Who had this MyKad number before a correction that ezHR does not know of yet.
    public static func officer(
        formerly myKad: MyKad, in transaction: borrowing Transaction
    ) throws -> Officer.ID? {
        try transaction.first(
            """
            SELECT officer_id FROM correction
            WHERE before_value = \(myKad.digits) AND state = 'accepted' AND field = 'mykad'
            """
        ) { try $0["officer_id"] }
    }

    private static func correction(_ row: Row) throws -> CorrectionRecord {
        CorrectionRecord(
            id: try row["id"], officer: try row["officer_id"], field: try row["field"],
            before: try row["before_value"], wanted: try row["wanted_value"], reason: try row["reason"],
            upload: try row["upload_id"], requestedBy: try row["requested_by"],
            requestedAt: try row["requested_at"], state: try row["state"], decidedBy: try row["decided_by"],
            decidedAt: try row["decided_at"], decisionReason: try row["decision_reason"])
    }
}
