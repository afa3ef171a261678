public import Academy
public import SQL

/// What a list says of a course's seats.
public struct SeatCounts: Sendable, Hashable {
    public let quota: Int
    /// The last day on which the academy decides.
    public let decision: Day
    /// States without any are left out.
    public var applications: [ApplicationState: Int] = [:]
}

/// Several courses at once: a page of fifty must not ask the database fifty times.
extension Courses {
    /// Those of these ids that there are.
    public static func find(
        _ ids: some Sequence<Course.ID>, in transaction: borrowing Transaction
    ) throws -> [Course.ID: Course] {
        let ids = SQL.list(Set(ids).sorted())
        var sessions: [Course.ID: [Session]] = [:]
        try transaction.each(
            """
            SELECT id, course_id, day, starts, ends, minutes, mandatory, cancelled
            FROM course_session WHERE course_id IN (\(ids)) ORDER BY course_id, day, starts
            """
        ) { row in
            sessions[try row["course_id"], default: []].append(try session(row))
        }
        let courses = try transaction.all("SELECT \(columns) FROM course WHERE id IN (\(ids))") { row in
            try course(row, sessions[try row["id"]] ?? [])
        }
        return Dictionary(courses.map { ($0.id, $0) }) { first, _ in first }
    }

    /// Of those of these ids that were ever on offer.
    public static func seats(
        of ids: some Sequence<Course.ID>, in transaction: borrowing Transaction
    ) throws -> [Course.ID: SeatCounts] {
        let ids = SQL.list(Set(ids).sorted())
        var seats: [Course.ID: SeatCounts] = [:]
        try transaction.each(
            "SELECT course_id, quota, decides FROM course_offering WHERE course_id IN (\(ids))"
        ) { row in
            seats[try row["course_id"]] = SeatCounts(quota: try row["quota"], decision: try row["decides"])
        }
        try transaction.each(
            """
            SELECT course_id, state, number FROM application_tally WHERE course_id IN (\(ids)) AND number > 0
            """
        ) { row in
            seats[try row["course_id"]]?.applications[try row["state"]] = try row["number"]
        }
        return seats
    }
}
