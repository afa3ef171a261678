public import Academy
public import SQL

/// Somebody who is marked as present in two courses at the same hour.
public struct AttendanceConflict: Sendable, Hashable {
    public let officer: Officer.ID
    public let name: String
    public let myKad: MyKad
    public let day: Day
    public let one: Side
    public let other: Side
    /// Of the first course; with both sessions, what names the conflict.
    public let participation: ParticipationRecord.ID

    public struct Side: Sendable, Hashable {
        public let course: Course.ID
        public let code: CourseCode
        public let titleMalay: String
        public let titleEnglish: String
        public let session: Session.ID
        public let start: TimeOfDay
        public let end: TimeOfDay
        public let mark: AttendanceMark
    }
}

/// Marks that cannot both be true, over sessions that clash as ``SessionClash/overlap(_:_:)`` says.
public enum AttendanceConflicts {
    /// Of which sessions.
    public enum Scope: Sendable, Hashable {
        /// Each pair once.
        case days(ClosedRange<Day>)
        /// With the course as the first of each pair.
        case course(Course.ID)
    }

    /// Where the next page begins.
    public struct Key: Sendable, Hashable {
        public let day: Day
        public let session: Session.ID
        public let participation: ParticipationRecord.ID
        public let other: Session.ID

        public init(day: Day, session: Session.ID, participation: ParticipationRecord.ID, other: Session.ID) {
            self.day = day
            self.session = session
            self.participation = participation
            self.other = other
        }

        public init(_ conflict: AttendanceConflict) {
            self.init(
                day: conflict.day, session: conflict.one.session, participation: conflict.participation,
                other: conflict.other.session)
        }
    }

    /// One page, the latest day first.
    ///
    /// - Parameter coordinator: only what touches a course of theirs.
    public static func page(
        _ scope: Scope, of coordinator: AccountRecord.ID? = nil, after key: Key? = nil, limit: Int,
        in transaction: borrowing Transaction
    ) throws -> [AttendanceConflict] {
        var condition = Self.condition(scope)
        if let coordinator {
            condition = """
                \(condition) AND EXISTS (
                    SELECT 1 FROM course_coordinator WHERE course_coordinator.account_id = \(coordinator)
                        AND course_coordinator.course_id IN (one.course_id, other.course_id))
                """
        }
        if let key {
            condition = """
                \(condition) AND (one.day, one.id, first.id, other.id)
                    < (\(key.day), \(key.session), \(key.participation), \(key.other))
                """
        }
        return try transaction.all(
            """
            SELECT \(columns) FROM \(sources) WHERE \(condition)
            ORDER BY one.day DESC, one.id DESC, first.id DESC, other.id DESC LIMIT \(limit)
            """, as: conflict)
    }

    /// How many of a course's participants it concerns.
    public static func count(on course: Course.ID, in transaction: borrowing Transaction) throws -> Int {
        try transaction.one(
            "SELECT count(DISTINCT first.id) AS number FROM \(sources) WHERE \(condition(.course(course)))"
        ) { try $0["number"] }
    }

    private static let columns: SQL = """
        first.officer_id, first.id AS participation_id, officer.name, officer.mykad, one.day,
        one.course_id AS one_course, one.id AS one_session, one.starts AS one_starts, one.ends AS one_ends,
        said.mark AS one_mark, this.code AS one_code, this.title_malay AS one_malay, this.title_english AS one_english,
        other.course_id AS other_course, other.id AS other_session, other.starts AS other_starts,
        other.ends AS other_ends, denied.mark AS other_mark, that.code AS other_code,
        that.title_malay AS other_malay, that.title_english AS other_english
        """

    /// From a session over its marks to the same people's other sessions of the day; the order is the way of the indexes.
    private static let sources: SQL = """
        course_session AS one
        CROSS JOIN attendance_mark AS said CROSS JOIN participation AS first CROSS JOIN participation AS second
        CROSS JOIN course_session AS other CROSS JOIN attendance_mark AS denied CROSS JOIN officer
        CROSS JOIN course AS this CROSS JOIN course AS that
        """

    private static func condition(_ scope: Scope) -> SQL {
        let attended = SQL.list(AttendanceMark.allCases.filter(\.isAttended))
        let scoped: SQL =
            switch scope {
            case .days(let days):
                """
                one.day >= \(days.lowerBound) AND one.day <= \(days.upperBound) AND second.course_id > first.course_id
                """
            case .course(let course): "one.course_id = \(course) AND second.course_id <> first.course_id"
            }
        return """
            \(scoped) AND said.session_id = one.id AND said.mark IN (\(attended))
            AND first.id = said.participation_id AND second.officer_id = first.officer_id
            AND other.course_id = second.course_id AND other.day = one.day
            AND one.starts < other.ends AND other.starts < one.ends
            AND one.cancelled = FALSE AND other.cancelled = FALSE
            AND denied.participation_id = second.id AND denied.session_id = other.id
            AND denied.mark IN (\(attended))
            AND officer.id = first.officer_id AND this.id = first.course_id AND that.id = second.course_id
            """
    }

    private static func conflict(_ row: Row) throws -> AttendanceConflict {
        AttendanceConflict(
            officer: try row["officer_id"], name: try row["name"], myKad: try row["mykad"], day: try row["day"],
            one: .init(
                course: try row["one_course"], code: try row["one_code"], titleMalay: try row["one_malay"],
                titleEnglish: try row["one_english"], session: try row["one_session"], start: try row["one_starts"],
                end: try row["one_ends"], mark: try row["one_mark"]),
            other: .init(
                course: try row["other_course"], code: try row["other_code"], titleMalay: try row["other_malay"],
                titleEnglish: try row["other_english"], session: try row["other_session"],
                start: try row["other_starts"], end: try row["other_ends"], mark: try row["other_mark"]),
            participation: try row["participation_id"])
    }
}
