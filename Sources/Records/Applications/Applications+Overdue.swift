public import Academy
public import SQL

/// What the clock looks at.
///
/// It is found by state, so that however many applications have ended cost nothing.
extension Applications {
    /// Cancelled courses on which applications are live: the cancelling was interrupted, or is under way.
    public static func liveCancelled(limit: Int, in transaction: borrowing Transaction) throws -> [Course.ID] {
        try transaction.all(
            """
            SELECT id FROM course WHERE status = 'cancelled' AND EXISTS (
                SELECT 1 FROM application WHERE application.course_id = course.id
                    AND state IN ('draft', 'submitted', 'supervisor_supported', 'supported', 'waiting', 'offered',
                        'approved', 'attending', 'release_requested', 'nominated'))
            ORDER BY id LIMIT \(limit)
            """
        ) { try $0["id"] }
    }

    /// One page of applications in a state whose course's day for that state is over, by id, with their courses.
    ///
    /// Courses may hold back the end by some days of grace; that is not looked at here.
    /// - Parameter day: today.
    public static func overdue(
        _ state: ApplicationState, on day: Day, after key: ApplicationRecord.ID?, limit: Int,
        in transaction: borrowing Transaction
    ) throws -> [(id: ApplicationRecord.ID, course: Course.ID)] {
        try transaction.all(
            """
            SELECT application.id, application.course_id
            FROM application JOIN course_offering ON course_offering.course_id = application.course_id
            WHERE application.state = \(state) AND application.id > \(key?.text ?? "")
                AND \(deadline(of: state)) < \(day)
            ORDER BY application.id LIMIT \(limit)
            """
        ) { (try $0["id"], try $0["course_id"]) }
    }

    private static func deadline(of state: ApplicationState) -> SQL {
        switch state {
        case .draft: "course_offering.closes"
        case .submitted, .supervisorSupported, .supported: "course_offering.decides"
        case .approved: "course_offering.lapses_unconfirmed AND course_offering.confirms"
        default: "course_offering.confirms"
        }
    }

    /// Offered seats that nobody has answered in time, by id.
    public static func expiredOffers(
        at moment: Instant, in transaction: borrowing Transaction
    ) throws -> [ApplicationRecord.ID] {
        try transaction.all(
            """
            SELECT id FROM application WHERE state = 'offered' AND offer_expires < \(moment) ORDER BY id
            """
        ) { try $0["id"] }
    }

    /// One page of applications in a state with their officers, by id.
    public static func page(
        in state: ApplicationState, after key: ApplicationRecord.ID?, limit: Int, in transaction: borrowing Transaction
    ) throws -> [Applicant] {
        try transaction.all(
            """
            SELECT \(columns), \(Officers.columns)
            FROM application JOIN officer ON officer.id = application.officer_id
            WHERE application.state = \(state) AND application.id > \(key?.text ?? "")
            ORDER BY application.id LIMIT \(limit)
            """
        ) { Applicant(record: try record($0), officer: try Officers.officer($0)) }
    }

    /// How many applications wait for each decision of the academy on the courses that an account coordinates; states
    /// without any are left out.
    public static func awaiting(
        coordinator account: AccountRecord.ID, in transaction: borrowing Transaction
    ) throws -> [ApplicationState: Int] {
        let rows = try transaction.all(
            """
            SELECT application.state, count(*) AS number
            FROM course_coordinator JOIN application ON application.course_id = course_coordinator.course_id
            WHERE course_coordinator.account_id = \(account) AND application.state IN ('supported', 'release_requested')
            GROUP BY application.state
            """
        ) { row -> (ApplicationState, Int) in (try row["state"], try row["number"]) }
        return Dictionary(uniqueKeysWithValues: rows)
    }
}
