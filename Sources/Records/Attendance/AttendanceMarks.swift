public import Academy
public import SQL

/// What the coordinator's list says of each participant at each session.
public enum AttendanceMarks {
    /// All marks of a course, by participation and session.
    public static func of(
        course: Course.ID, in transaction: borrowing Transaction
    ) throws -> [ParticipationRecord.ID: [Session.ID: AttendanceMark]] {
        try marks(
            """
            SELECT attendance_mark.participation_id, session_id, mark
            FROM participation JOIN attendance_mark ON attendance_mark.participation_id = participation.id
            WHERE participation.course_id = \(course)
            """, in: transaction)
    }

    /// All marks of these participations.
    public static func of(
        _ ids: [ParticipationRecord.ID], in transaction: borrowing Transaction
    ) throws -> [ParticipationRecord.ID: [Session.ID: AttendanceMark]] {
        try marks(
            "SELECT participation_id, session_id, mark FROM attendance_mark WHERE participation_id IN (\(SQL.list(ids)))",
            in: transaction)
    }

    /// How many of those who are on a course and whose attendance is not confirmed have a mark, by session.
    public static func openCounts(
        on course: Course.ID, in transaction: borrowing Transaction
    ) throws -> [Session.ID: Int] {
        let rows = try transaction.all(
            """
            SELECT session_id, count(*) AS number
            FROM participation JOIN attendance_mark ON attendance_mark.participation_id = participation.id
            WHERE participation.course_id = \(course) AND seated AND attendance <> 'confirmed' GROUP BY session_id
            """
        ) { row -> (Session.ID, Int) in (try row["session_id"], try row["number"]) }
        return Dictionary(rows) { first, _ in first }
    }

    private static func marks(
        _ query: SQL, in transaction: borrowing Transaction
    ) throws -> [ParticipationRecord.ID: [Session.ID: AttendanceMark]] {
        var marks: [ParticipationRecord.ID: [Session.ID: AttendanceMark]] = [:]
        try transaction.each(query) { row in
            let participation: ParticipationRecord.ID = try row["participation_id"]
            let session: Session.ID = try row["session_id"]
            marks[participation, default: [:]][session] = try row["mark"]
        }
        return marks
    }

    /// Writes a mark, in place of the one that is there.
    public static func set(
        _ mark: AttendanceMark, _ participation: ParticipationRecord.ID, at session: Session.ID, by account: String,
        _ moment: Instant, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute(
            """
            INSERT INTO attendance_mark (participation_id, session_id, mark, marked_by, marked_at)
            VALUES (\(participation), \(session), \(mark), \(account), \(moment))
            ON CONFLICT (participation_id, session_id) DO UPDATE
            SET mark = excluded.mark, marked_by = excluded.marked_by, marked_at = excluded.marked_at
            """)
    }

    /// Whether anything is marked; a participation that was imported has a sum alone.
    public static func hasAny(
        _ participation: ParticipationRecord.ID, in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.first(
            "SELECT session_id FROM attendance_mark WHERE participation_id = \(participation) LIMIT 1"
        ) { row -> String in try row["session_id"] } != nil
    }

    public static func clear(
        _ participation: ParticipationRecord.ID, at session: Session.ID, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute(
            "DELETE FROM attendance_mark WHERE participation_id = \(participation) AND session_id = \(session)")
    }
}
