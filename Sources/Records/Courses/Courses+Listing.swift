public import Academy
public import SQL

/// What a list of courses is searched by.
public struct CourseHeading: Sendable, Hashable {
    public let id: Course.ID
    public let code: CourseCode
    public let titleMalay: String
    public let titleEnglish: String
    public let studyCentre: String
    public let venue: String
    public let status: Course.Status
}

extension Courses {
    /// One page of courses, the latest made first; pass the last one's id for the next page.
    /// - Parameter status: nil for all.
    public static func page(
        in status: Course.Status?, before key: Course.ID?, limit: Int, in transaction: borrowing Transaction
    ) throws -> [CourseHeading] {
        let end = key?.text ?? "~"
        let condition: SQL = status.map { "status = \($0) AND id < \(end)" } ?? "id < \(end)"
        return try transaction.all(
            """
            SELECT id, code, title_malay, title_english, study_centre, venue, status FROM course
            WHERE \(condition) ORDER BY id DESC LIMIT \(limit)
            """
        ) { row in
            CourseHeading(
                id: try row["id"], code: try row["code"], titleMalay: try row["title_malay"],
                titleEnglish: try row["title_english"], studyCentre: try row["study_centre"],
                venue: try row["venue"], status: try row["status"])
        }
    }
}
