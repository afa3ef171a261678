public import Academy
public import SQL

/// One session that an officer attended of a course whose attendance is confirmed.
public struct SessionAttended: Sendable, Hashable {
    public let course: Course.ID
    public let day: Day
    public let minutes: Int
}

extension AttendanceMarks {
    /// What an officer attended on the days of one calendar year; only courses whose attendance is confirmed.
    public static func attended(
        by officer: Officer.ID, year: Int, in transaction: borrowing Transaction
    ) throws -> [SessionAttended] {
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
            return []
        }
        return try transaction.all(
            """
            SELECT participation.course_id, day, minutes
            FROM participation JOIN attendance_mark ON attendance_mark.participation_id = participation.id
            JOIN course_session ON course_session.id = attendance_mark.session_id
            WHERE participation.officer_id = \(officer) AND participation.attendance = 'confirmed'
                AND mark IN ('present', 'late') AND NOT cancelled AND day >= \(first) AND day <= \(last)
            """
        ) { SessionAttended(course: try $0["course_id"], day: try $0["day"], minutes: try $0["minutes"]) }
    }
}
