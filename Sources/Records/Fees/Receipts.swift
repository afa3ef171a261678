public import Academy
public import SQL

/// Receipts; rows are added and decided, and none is ever deleted.
public enum Receipts {
    static let columns: SQL = """
        receipt.id AS receipt_id, receipt.participation_id AS receipt_participation, upload_id, file_sha256, number,
        paid_on, amount_sen, receipt.uploaded_by AS receipt_by, receipt.uploaded_at AS receipt_at,
        receipt.state AS receipt_state, queued_at, decided_by, decided_at, reason, remark, receipt.version AS receipt_version
        """

    /// Fails as `unique` when the participation has a live receipt, or when the file stands in another receipt.
    public static func insert(_ receipt: ReceiptRecord, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            """
            INSERT INTO receipt (id, participation_id, upload_id, file_sha256, number, number_folded, paid_on,
                amount_sen, uploaded_by, uploaded_at, state, queued_at, version)
            VALUES (\(receipt.id), \(receipt.participation), \(receipt.upload), \(receipt.fileSHA256),
                \(receipt.claim.number.display), \(receipt.claim.number.normalised), \(receipt.claim.paid),
                \(receipt.claim.amount),
                \(receipt.uploadedBy), \(receipt.uploadedAt), \(receipt.state), \(receipt.queuedAt), \(receipt.version))
            """)
    }

    public static func find(_ id: ReceiptRecord.ID, in transaction: borrowing Transaction) throws -> ReceiptRecord? {
        try transaction.first("SELECT \(columns) FROM receipt WHERE receipt.id = \(id)", as: receipt)
    }

    public static func find(
        upload: UploadRecord.ID, in transaction: borrowing Transaction
    ) throws -> ReceiptRecord? {
        try transaction.first("SELECT \(columns) FROM receipt WHERE upload_id = \(upload)", as: receipt)
    }

    /// All of one participation's, the latest first.
    public static func of(
        _ participation: ParticipationRecord.ID, in transaction: borrowing Transaction
    ) throws -> [ReceiptRecord] {
        try transaction.all(
            """
            SELECT \(columns) FROM receipt WHERE receipt.participation_id = \(participation) ORDER BY receipt.id DESC
            """, as: receipt)
    }

    /// Live receipts that share the number or the very file with one.
    public static func duplicates(
        of other: ReceiptRecord, in transaction: borrowing Transaction
    ) throws -> [ReceiptRecord] {
        let folded = other.claim.number.normalised
        let byNumber = try transaction.all(
            """
            SELECT \(columns) FROM receipt
            WHERE number_folded = \(folded) AND state IN ('waiting', 'verified') AND receipt.id <> \(other.id) LIMIT 20
            """, as: receipt)
        let byFile = try transaction.all(
            """
            SELECT \(columns) FROM receipt
            WHERE file_sha256 = \(other.fileSHA256) AND state IN ('waiting', 'verified') AND receipt.id <> \(other.id)
            LIMIT 20
            """, as: receipt)
        return byNumber + byFile.filter { !byNumber.contains($0) }
    }

    /// Writes a decision on a receipt that nobody has decided since it was read.
    /// - Returns: false when somebody has.
    public static func update(_ receipt: ReceiptRecord, in transaction: borrowing Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE receipt SET state = \(receipt.state), queued_at = \(receipt.queuedAt),
                decided_by = \(receipt.decidedBy), decided_at = \(nullable: receipt.decidedAt),
                reason = \(receipt.reason?.rawValue ?? ""), remark = \(receipt.remark), version = version + 1
            WHERE id = \(receipt.id) AND version = \(receipt.version)
            """) == 1
    }

    static func receipt(_ row: Row) throws -> ReceiptRecord {
        let reason: String = try row["reason"]
        let number: String = try row["number"]
        guard let number = try? ReceiptNumber(parsing: number) else {
            throw SQLError(kind: .decoding(column: "number"), sql: "", message: "it holds no receipt number")
        }
        return ReceiptRecord(
            id: try row["receipt_id"], participation: try row["receipt_participation"], upload: try row["upload_id"],
            fileSHA256: try row["file_sha256"],
            claim: ReceiptClaim(number: number, paid: try row["paid_on"], amount: try row["amount_sen"]),
            uploadedBy: try row["receipt_by"], uploadedAt: try row["receipt_at"],
            state: try row["receipt_state"], queuedAt: try row["queued_at"], decidedBy: try row["decided_by"],
            decidedAt: try row["decided_at"], reason: ReceiptRejection(rawValue: reason),
            remark: try row["remark"], version: try row["receipt_version"])
    }
}

extension ReceiptRecord.State: SQLRepresentable {}
