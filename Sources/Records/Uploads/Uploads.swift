public import Academy
public import SQL

/// Uploaded files; rows are added and never changed.
public enum Uploads {
    static let columns: SQL = """
        id, purpose, owner_id, course_id, uploaded_by, uploaded_at, kind, original_name, sha256, size, preview_sha256
        """

    public static func insert(_ upload: UploadRecord, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            """
            INSERT INTO upload (id, purpose, owner_id, course_id, uploaded_by, uploaded_at, kind, original_name,
                sha256, size, preview_sha256)
            VALUES (\(upload.id), \(upload.purpose), \(nullable: upload.owner), \(nullable: upload.course),
                \(upload.uploadedBy), \(upload.uploadedAt), \(upload.kind), \(upload.originalName), \(upload.sha256),
                \(upload.size), \(nullable: upload.previewSHA256))
            """)
    }

    public static func find(_ id: UploadRecord.ID, in transaction: borrowing Transaction) throws -> UploadRecord? {
        try transaction.first("SELECT \(columns) FROM upload WHERE id = \(id)", as: upload)
    }

    private static func upload(_ row: Row) throws -> UploadRecord {
        UploadRecord(
            id: try row["id"], purpose: try row["purpose"], owner: try row["owner_id"], course: try row["course_id"],
            uploadedBy: try row["uploaded_by"], uploadedAt: try row["uploaded_at"], kind: try row["kind"],
            originalName: try row["original_name"], sha256: try row["sha256"], size: try row["size"],
            previewSHA256: try row["preview_sha256"])
    }
}

extension UploadKind: SQLRepresentable {}
extension UploadPurpose: SQLRepresentable {}
