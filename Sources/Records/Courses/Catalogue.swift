public import Academy
public import SQL

/// A course that is open for application, as the catalogue lists it.
public struct CatalogueEntry: Sendable, Hashable {
    public let course: Course
    public let closing: Day
    public let quota: Int
    public let seatsHeld: Int
}

/// The courses that are open for application, read at once and not course by course.
public enum Catalogue {
    /// Those whose closing day is not before `day`, the one that closes first first.
    public static func open(notBefore day: Day, in transaction: borrowing Transaction) throws -> [CatalogueEntry] {
        let sessions = try sessions(notBefore: day, in: transaction)
        return try transaction.all(
            """
            SELECT \(Courses.columns), closes, quota, (
                SELECT CAST(coalesce(sum(number), 0) AS BIGINT) FROM application_tally WHERE application_tally.course_id = course.id
                    AND application_tally.state IN ('offered', 'approved', 'attending', 'release_requested')
                ) AS seats_held
            FROM course_offering JOIN course ON course.id = course_offering.course_id
            WHERE closes >= \(day) AND course.status = 'open'
            ORDER BY closes, course_offering.course_id
            """
        ) { row in
            let id: Course.ID = try row["id"]
            return CatalogueEntry(
                course: try Courses.course(row, sessions[id] ?? []), closing: try row["closes"],
                quota: try row["quota"], seatsHeld: try row["seats_held"])
        }
    }

    private static func sessions(
        notBefore day: Day, in transaction: borrowing Transaction
    ) throws -> [Course.ID: [Session]] {
        var sessions: [Course.ID: [Session]] = [:]
        try transaction.each(
            """
            SELECT course_session.id, course_session.course_id, day, starts, ends, minutes, mandatory, cancelled
            FROM course_offering JOIN course ON course.id = course_offering.course_id
                JOIN course_session ON course_session.course_id = course_offering.course_id
            WHERE closes >= \(day) AND course.status = 'open'
            """
        ) { row in
            let id: Course.ID = try row["course_id"]
            sessions[id, default: []].append(try Courses.session(row))
        }
        return sessions.mapValues { $0.sorted { ($0.day, $0.start) < ($1.day, $1.start) } }
    }
}
