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
            """, as: heading)
    }

    /// One page of those that the account of that name coordinates, in the same order.
    public static func page(
        coordinatedBy account: String, in status: Course.Status?, before key: Course.ID?, limit: Int,
        in transaction: borrowing Transaction
    ) throws -> [CourseHeading] {
        let condition: SQL = status.map { "AND status = \($0)" } ?? ""
        return try transaction.all(
            """
            SELECT course.id, code, title_malay, title_english, study_centre, venue, status
            FROM account JOIN course_coordinator ON course_coordinator.account_id = account.id
                JOIN course ON course.id = course_coordinator.course_id
            WHERE account.name = \(account.lowercased()) AND course_coordinator.course_id < \(key?.text ?? "~") \(condition)
            ORDER BY course_coordinator.course_id DESC LIMIT \(limit)
            """, as: heading)
    }

    private static func heading(_ row: Row) throws -> CourseHeading {
        CourseHeading(
            id: try row["id"], code: try row["code"], titleMalay: try row["title_malay"],
            titleEnglish: try row["title_english"], studyCentre: try row["study_centre"],
            venue: try row["venue"], status: try row["status"])
    }
}
