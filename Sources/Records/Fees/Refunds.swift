public import Academy
public import SQL

/// Fees to give back: paid and verified, and the seat is gone or nobody came.
public enum Refunds {
    private static let sources: SQL = """
        JOIN officer ON officer.id = participation.officer_id JOIN course ON course.id = participation.course_id
        LEFT JOIN receipt ON receipt.participation_id = participation.id AND receipt.state = 'verified'
        """

    private static let columns: SQL = """
        \(Participations.columns), \(Officers.columns), course.code AS course_code,
        course.title_malay AS course_malay, course.title_english AS course_english, course.status AS course_status,
        coalesce(receipt.amount_sen, course.fee_sen) AS refund_sen
        """

    private static let given: SQL = """
        fee_refund.id AS refund_id, fee_refund.reference AS refund_reference, fee_refund.paid_on AS refund_on,
        fee_refund.recorded_by AS refund_by, fee_refund.recorded_at AS refund_at
        """

    /// The index's own condition, word for word.
    private static let isDue: SQL =
        "fee = 'verified' AND (seated = FALSE OR (outcome = 'absent' AND attendance = 'confirmed'))"

    /// Fails as `unique` when it was given back already.
    public static func insert(_ refund: RefundRecord, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            """
            INSERT INTO fee_refund (id, participation_id, reference, paid_on, recorded_by, recorded_at)
            VALUES (\(refund.id), \(refund.participation), \(refund.reference), \(refund.paidOn),
                \(refund.recordedBy), \(refund.recordedAt))
            """)
    }

    /// What is to be given back, by the participation.
    public static func due(
        after key: ParticipationRecord.ID?, limit: Int, in transaction: borrowing Transaction
    ) throws -> [RefundCase] {
        try transaction.all(
            """
            SELECT \(columns) FROM participation \(sources)
            WHERE \(isDue) AND participation.id > \(key?.text ?? "")
            ORDER BY participation.id LIMIT \(limit)
            """
        ) { try refundCase($0, nil) }
    }

    public static func countDue(in transaction: borrowing Transaction) throws -> Int {
        try transaction.one(
            "SELECT count(*) AS number FROM participation WHERE \(isDue)"
        ) { try $0["number"] }
    }

    /// What was given back, the latest first.
    public static func done(
        before key: RefundRecord.ID?, limit: Int, in transaction: borrowing Transaction
    ) throws -> [RefundCase] {
        try transaction.all(
            """
            SELECT \(columns), \(given) FROM fee_refund
            JOIN participation ON participation.id = fee_refund.participation_id \(sources)
            WHERE fee_refund.id < \(key?.text ?? "~") ORDER BY fee_refund.id DESC LIMIT \(limit)
            """
        ) { try refundCase($0, try refund($0)) }
    }

    /// Due or done; nil when nothing is or was to be given back.
    public static func find(
        _ id: ParticipationRecord.ID, in transaction: borrowing Transaction
    ) throws -> RefundCase? {
        let done = try transaction.first(
            """
            SELECT \(columns), \(given) FROM fee_refund
            JOIN participation ON participation.id = fee_refund.participation_id \(sources)
            WHERE fee_refund.participation_id = \(id)
            """
        ) { try refundCase($0, try refund($0)) }
        if let done { return done }
        return try transaction.first(
            """
            SELECT \(columns) FROM participation \(sources)
            WHERE participation.id = \(id) AND \(isDue)
            """
        ) { try refundCase($0, nil) }
    }

    private static func refund(_ row: Row) throws -> RefundRecord {
        RefundRecord(
            id: try row["refund_id"], participation: try row["participation_id"],
            reference: try row["refund_reference"], paidOn: try row["refund_on"], recordedBy: try row["refund_by"],
            recordedAt: try row["refund_at"])
    }

    private static func refundCase(_ row: Row, _ refund: RefundRecord?) throws -> RefundCase {
        let status: Course.Status = try row["course_status"]
        return RefundCase(
            participation: try Participations.record(row), officer: try Officers.officer(row),
            courseCode: try row["course_code"], courseMalay: try row["course_malay"],
            courseEnglish: try row["course_english"], isCancelled: status == .cancelled,
            amount: try row["refund_sen"], refund: refund)
    }
}
