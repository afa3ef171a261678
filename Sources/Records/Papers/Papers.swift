public import Academy
public import Attestation
public import SQL

/// The register of papers that were given out; rows are only added.
public enum Papers {
    private static let columns: SQL = "code, kind, subject_id, edition, facts, face, issued_at, issued_by"

    /// Fails as `unique` when another has its code, or its edition.
    public static func insert(_ record: PaperRecord, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            """
            INSERT INTO paper (\(columns))
            VALUES (\(record.code), \(record.paper), \(record.subject), \(record.edition), \(record.facts),
                \(try JSONColumn.text(record.face)), \(record.issuedAt), \(record.issuedBy))
            """)
    }

    public static func find(code: PublicCode, in transaction: borrowing Transaction) throws -> PaperRecord? {
        try transaction.first("SELECT \(columns) FROM paper WHERE code = \(code)", as: record)
    }

    /// The last that was given out about something.
    public static func newest(
        _ paper: OfficialPaper, about subject: String, in transaction: borrowing Transaction
    ) throws -> PaperRecord? {
        try transaction.first(
            """
            SELECT \(columns) FROM paper WHERE kind = \(paper) AND subject_id = \(subject)
            ORDER BY edition DESC LIMIT 1
            """, as: record)
    }

    private static func record(_ row: Row) throws -> PaperRecord {
        PaperRecord(
            code: try row["code"], paper: try row["kind"], subject: try row["subject_id"],
            edition: try row["edition"], facts: try row["facts"], face: try JSONColumn.value(try row["face"]),
            issuedAt: try row["issued_at"], issuedBy: try row["issued_by"])
    }
}
