public import Academy
public import SQL

/// The finance unit's view: receipts with whom and what they are for.
extension Receipts {
    private static let sources: SQL = """
        FROM receipt JOIN participation ON participation.id = receipt.participation_id
        JOIN officer ON officer.id = participation.officer_id JOIN course ON course.id = participation.course_id
        """

    private static let all: SQL = """
        \(columns), \(Participations.columns), \(Officers.columns), course.code AS course_code,
        course.title_malay AS course_malay, course.title_english AS course_english, course.fee_sen AS course_fee
        """

    private static let headings: SQL = """
        receipt.id AS receipt_id, officer.name, officer.mykad, course.code AS course_code,
        course.title_malay AS course_malay, course.title_english AS course_english, course.fee_sen AS course_fee,
        number, number_folded, file_sha256, paid_on, amount_sen, receipt.uploaded_at AS receipt_at,
        receipt.state AS receipt_state, decided_by, decided_at
        """

    public static func caseFile(
        _ id: ReceiptRecord.ID, in transaction: borrowing Transaction
    ) throws -> ReceiptCase? {
        try transaction.first("SELECT \(all) \(sources) WHERE receipt.id = \(id)", as: receiptCase)
    }

    /// What waits and is due, the oldest first.
    public static func queue(
        at moment: Instant, limit: Int, in transaction: borrowing Transaction
    ) throws -> [ReceiptHeading] {
        try transaction.all(
            """
            SELECT \(headings) \(sources) WHERE receipt.state = 'waiting' AND queued_at <= \(moment)
            ORDER BY queued_at, receipt.id LIMIT \(limit)
            """, as: heading)
    }

    /// The id of the oldest receipt that waits.
    public static func next(
        at moment: Instant, in transaction: borrowing Transaction
    ) throws -> ReceiptRecord.ID? {
        try transaction.first(
            """
            SELECT id FROM receipt WHERE state = 'waiting' AND queued_at <= \(moment) ORDER BY queued_at, id LIMIT 1
            """
        ) { try $0["id"] }
    }

    public static func countWaiting(in transaction: borrowing Transaction) throws -> Int {
        try transaction.one("SELECT count(*) AS number FROM receipt WHERE state = 'waiting'") { try $0["number"] }
    }

    /// What was decided, the latest first.
    public static func decided(limit: Int, in transaction: borrowing Transaction) throws -> [ReceiptHeading] {
        try transaction.all(
            """
            SELECT \(headings) \(sources) WHERE decided_at IS NOT NULL
            ORDER BY decided_at DESC, receipt.id DESC LIMIT \(limit)
            """, as: heading)
    }

    /// Every receipt by id, in constant memory.
    public static func each(
        in transaction: borrowing Transaction, _ body: (ReceiptCase) throws -> Void
    ) throws {
        try transaction.each("SELECT \(all) \(sources) ORDER BY receipt.id") { try body(try receiptCase($0)) }
    }

    private static func heading(_ row: Row) throws -> ReceiptHeading {
        ReceiptHeading(
            id: try row["receipt_id"], name: try row["name"], myKad: try row["mykad"],
            courseCode: try row["course_code"], courseMalay: try row["course_malay"],
            courseEnglish: try row["course_english"], fee: try row["course_fee"], number: try row["number"],
            foldedNumber: try row["number_folded"], fileSHA256: try row["file_sha256"], paid: try row["paid_on"],
            amount: try row["amount_sen"], uploadedAt: try row["receipt_at"], state: try row["receipt_state"],
            decidedBy: try row["decided_by"], decidedAt: try row["decided_at"])
    }

    private static func receiptCase(_ row: Row) throws -> ReceiptCase {
        ReceiptCase(
            receipt: try receipt(row), participation: try Participations.record(row),
            officer: try Officers.officer(row),
            courseCode: try row["course_code"], courseMalay: try row["course_malay"],
            courseEnglish: try row["course_english"], fee: try row["course_fee"])
    }
}
