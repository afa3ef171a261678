public import Academy
public import SQL

/// From the first to the last day on which something of a course is held.
public struct CourseSpan: Sendable, Hashable {
    public let first: Day
    public let last: Day

    public init(first: Day, last: Day) {
        self.first = first
        self.last = last
    }
}

extension Courses {
    /// Of all courses that an officer takes part in or has applied for.
    public static func spans(
        of officer: Officer.ID, in transaction: borrowing Transaction
    ) throws -> [Course.ID: CourseSpan] {
        var spans: [Course.ID: CourseSpan] = [:]
        for table: SQL in ["participation", "application"] {
            try transaction.each(
                """
                SELECT course_session.course_id, min(day) AS first_day, max(day) AS last_day
                FROM \(table) JOIN course_session ON course_session.course_id = \(table).course_id
                WHERE \(table).officer_id = \(officer) AND NOT cancelled
                GROUP BY course_session.course_id
                """
            ) { row in
                spans[try row["course_id"]] = CourseSpan(first: try row["first_day"], last: try row["last_day"])
            }
        }
        return spans
    }

    /// Courses of which something is held on one of these days, with their last day among them.
    public static func held(
        from first: Day, through last: Day, in transaction: borrowing Transaction
    ) throws -> [(course: Course.ID, day: Day)] {
        try transaction.all(
            """
            SELECT course_id, max(day) AS last_day FROM course_session
            WHERE day >= \(first) AND day <= \(last) AND NOT cancelled GROUP BY course_id
            """
        ) { (try $0["course_id"], try $0["last_day"]) }
    }

    public static func span(of course: Course.ID, in transaction: borrowing Transaction) throws -> CourseSpan? {
        let days: (Day?, Day?) = try transaction.one(
            """
            SELECT min(day) AS first_day, max(day) AS last_day FROM course_session
            WHERE course_id = \(course) AND NOT cancelled
            """
        ) { (try $0["first_day"], try $0["last_day"]) }
        guard let first = days.0, let last = days.1 else { return nil }
        return CourseSpan(first: first, last: last)
    }
}
