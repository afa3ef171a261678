public import Academy
public import SQL

/// Requests not to attend.
public enum Releases {
    private static let columns: SQL = """
        release_request.id AS release_id, release_request.application_id, release_request.course_id, upload_id,
        release_request.reason AS cause, requested_by, requested_at, outcome, decided_by, decided_at, remark
        """

    /// - Throws: a `unique` ``SQLError`` with `release_request_one_open` when one of the same application waits, and with
    ///   `release_request_upload` when the letter stands in another.
    public static func insert(_ release: ReleaseRecord, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            """
            INSERT INTO release_request (id, application_id, course_id, upload_id, reason, requested_by, requested_at,
                outcome, decided_by, decided_at, remark)
            VALUES (\(release.id), \(release.application), \(release.course), \(release.letter), \(release.reason),
                \(release.requestedBy), \(release.requestedAt), \(release.outcome), \(release.decidedBy),
                \(nullable: release.decidedAt), \(release.remark))
            """)
    }

    /// The one that waits for a decision.
    public static func open(
        of application: ApplicationRecord.ID, in transaction: borrowing Transaction
    ) throws -> ReleaseRecord? {
        try transaction.first(
            """
            SELECT \(columns) FROM release_request WHERE application_id = \(application) AND outcome = 'waiting'
            """, as: record)
    }

    public static func find(
        letter: UploadRecord.ID, in transaction: borrowing Transaction
    ) throws -> ReleaseRecord? {
        try transaction.first("SELECT \(columns) FROM release_request WHERE upload_id = \(letter)", as: record)
    }

    /// All of one application's, the latest first; one that was refused may be followed by another.
    public static func of(
        _ application: ApplicationRecord.ID, in transaction: borrowing Transaction
    ) throws -> [ReleaseRecord] {
        try transaction.all(
            "SELECT \(columns) FROM release_request WHERE application_id = \(application) ORDER BY id DESC",
            as: record)
    }

    /// A course's that wait, the oldest first.
    public static func open(
        on course: Course.ID, limit: Int, in transaction: borrowing Transaction
    ) throws -> [ReleaseRecord] {
        try transaction.all(
            """
            SELECT \(columns) FROM release_request WHERE course_id = \(course) AND outcome = 'waiting'
            ORDER BY id LIMIT \(limit)
            """, as: record)
    }

    /// A course's, the latest first; pass the last one's id for the next page.
    public static func page(
        on course: Course.ID, before key: ReleaseRecord.ID?, limit: Int, in transaction: borrowing Transaction
    ) throws -> [ReleaseRecord] {
        try transaction.all(
            """
            SELECT \(columns) FROM release_request WHERE course_id = \(course) AND id < \(key?.text ?? "~")
            ORDER BY id DESC LIMIT \(limit)
            """, as: record)
    }

    /// Writes the decision of one that waits.
    /// - Returns: false when it was decided before.
    public static func decide(
        _ id: ReleaseRecord.ID, _ outcome: ReleaseRecord.Outcome, by account: String, at moment: Instant,
        remark: String, in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            UPDATE release_request SET outcome = \(outcome), decided_by = \(account), decided_at = \(moment),
                remark = \(remark)
            WHERE id = \(id) AND outcome = 'waiting'
            """) == 1
    }

    private static func record(_ row: Row) throws -> ReleaseRecord {
        ReleaseRecord(
            id: try row["release_id"], application: try row["application_id"], course: try row["course_id"],
            letter: try row["upload_id"], reason: try row["cause"], requestedBy: try row["requested_by"],
            requestedAt: try row["requested_at"], outcome: try row["outcome"], decidedBy: try row["decided_by"],
            decidedAt: try row["decided_at"], remark: try row["remark"])
    }
}

extension ReleaseRecord.Outcome: SQLRepresentable {}
