public import Academy
public import SQL

extension Applications {
    /// A course's waiting list, without asking who of it is still eligible.
    public static func waitingList(
        of course: Course.ID, in transaction: borrowing Transaction
    ) throws -> WaitingList {
        WaitingList(
            try transaction.all(
                """
                SELECT id, priority, COALESCE(waiting_since, state_at) AS since FROM application
                WHERE course_id = \(course) AND state = 'waiting'
                """
            ) { WaitingList.Waiter(application: try $0["id"], priority: try $0["priority"], since: try $0["since"]) })
    }

    /// Courses that somebody waits for.
    public static func coursesWithWaiters(in transaction: borrowing Transaction) throws -> [Course.ID] {
        let rows = try transaction.all("SELECT course_id FROM application WHERE state = 'waiting'") {
            row -> Course.ID in
            try row["course_id"]
        }
        return Set(rows).sorted()
    }

    /// Seats that are offered on a course, in the order in which they were.
    public static func offered(on course: Course.ID, in transaction: borrowing Transaction) throws -> [Applicant] {
        try transaction.all(
            """
            SELECT \(columns), \(Officers.columns)
            FROM application JOIN officer ON officer.id = application.officer_id
            WHERE application.course_id = \(course) AND application.state = 'offered'
            ORDER BY application.id
            """
        ) { Applicant(record: try record($0), officer: try Officers.officer($0)) }
    }

    /// Seats on other courses of those whose applications for a course are in a state.
    /// - Parameter page: the ids of only those applications to look at; nil for all.
    public static func otherSeats(
        ofThose state: ApplicationState, on course: Course.ID, within page: ClosedRange<ApplicationRecord.ID>? = nil,
        in transaction: borrowing Transaction
    ) throws -> [(officer: Officer.ID, course: Course.ID)] {
        let holding = SQL.list(ApplicationState.allCases.filter(\.holdsSeat))
        return try transaction.all(
            """
            SELECT other.officer_id AS officer, other.course_id AS course
            FROM application AS own JOIN application AS other ON other.officer_id = own.officer_id
            WHERE own.course_id = \(course) AND own.state = \(state) AND own.id >= \(page?.lowerBound.text ?? "")
                AND own.id <= \(page?.upperBound.text ?? "~") AND other.course_id <> \(course)
                AND other.state IN (\(holding))
            """
        ) { (try $0["officer"], try $0["course"]) }
    }
}
