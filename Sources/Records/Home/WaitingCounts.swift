public import Academy
public import SQL

/// How much waits for a decision, by index alone.
public enum WaitingCounts {
    /// Applications in a state, by course.
    /// - Parameter account: whose courses; nil for all.
    public static func applications(
        in state: ApplicationState, coordinatedBy account: String?, in transaction: borrowing Transaction
    ) throws -> [(course: Course.ID, number: Int)] {
        guard let account else {
            return try transaction.all(
                """
                SELECT course_id, number FROM application_tally WHERE state = \(state) AND number > 0
                ORDER BY course_id
                """, as: courseCount)
        }
        return try transaction.all(
            """
            SELECT application_tally.course_id, number
            FROM account JOIN course_coordinator ON course_coordinator.account_id = account.id
            JOIN application_tally ON application_tally.course_id = course_coordinator.course_id
            WHERE account.name = \(account.lowercased()) AND application_tally.state = \(state) AND number > 0
            ORDER BY application_tally.course_id
            """, as: courseCount)
    }

    /// Courses of which something was held on one of these days and somebody's attendance is not confirmed, with their
    /// last day among them.
    public static func unconfirmed(
        from first: Day, through last: Day, in transaction: borrowing Transaction
    ) throws -> [(course: Course.ID, day: Day)] {
        try transaction.all(
            """
            SELECT course_session.course_id, max(day) AS last_day FROM course_session
            WHERE day >= \(first) AND day <= \(last) AND NOT cancelled AND EXISTS (
                SELECT 1 FROM participation
                WHERE participation.course_id = course_session.course_id AND attendance <> 'confirmed')
            GROUP BY course_session.course_id
            """
        ) { (try $0["course_id"], try $0["last_day"]) }
    }

    /// The oldest of the receipts that wait.
    public static func oldestReceipt(in transaction: borrowing Transaction) throws -> Instant? {
        try transaction.first(
            "SELECT queued_at FROM receipt WHERE state = 'waiting' ORDER BY queued_at, id LIMIT 1"
        ) { try $0["queued_at"] }
    }

    /// Proposals to exempt somebody from a fee.
    public static func exemptions(in transaction: borrowing Transaction) throws -> Int {
        try transaction.one("SELECT count(*) AS number FROM fee_exemption WHERE state = 'proposed'") {
            try $0["number"]
        }
    }

    /// Requests to correct what the staff directory says.
    public static func corrections(in transaction: borrowing Transaction) throws -> Int {
        try transaction.one("SELECT count(*) AS number FROM correction WHERE state = 'waiting'") { try $0["number"] }
    }

    /// Courses for which somebody asks to reopen the attendance.
    public static func reopenings(in transaction: borrowing Transaction) throws -> [Course.ID] {
        try transaction.all(
            "SELECT course_id FROM attendance_reopening WHERE state = 'waiting' ORDER BY course_id"
        ) { try $0["course_id"] }
    }

    private static func courseCount(_ row: Row) throws -> (course: Course.ID, number: Int) {
        (try row["course_id"], try row["number"])
    }
}
