public import Academy
public import SQL

/// Courses with their sessions.
public enum Courses {
    static let columns: SQL =
        "id, code, title_malay, title_english, study_centre, venue, fee_sen, minimum_attendance, status"

    public static func insert(_ course: Course, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            """
            INSERT INTO course (id, code, title_malay, title_english, study_centre, venue, fee_sen,
                minimum_attendance, status)
            VALUES (\(course.id), \(course.code), \(course.titleMalay), \(course.titleEnglish),
                \(course.studyCentre), \(course.venue), \(course.fee), \(course.minimumAttendance), \(course.status))
            """)
        for session in course.sessions { try insert(session, of: course.id, in: transaction) }
    }

    public static func find(_ id: Course.ID, in transaction: borrowing Transaction) throws -> Course? {
        let sessions = try sessions(of: id, in: transaction)
        return try transaction.first("SELECT \(columns) FROM course WHERE id = \(id)") { try course($0, sessions) }
    }

    public static func find(code: CourseCode, in transaction: borrowing Transaction) throws -> Course? {
        let id: Course.ID? = try transaction.first("SELECT id FROM course WHERE code = \(code)") { try $0["id"] }
        return try id.flatMap { try find($0, in: transaction) }
    }

    /// Both titles of the latest course that has this one in either language; nil where none has.
    public static func titles(
        of title: String, in transaction: borrowing Transaction
    ) throws -> (malay: String, english: String)? {
        try transaction.first(
            """
            SELECT id, title_malay, title_english FROM course WHERE title_malay = \(title)
            UNION SELECT id, title_malay, title_english FROM course WHERE title_english = \(title)
            ORDER BY id DESC LIMIT 1
            """
        ) { (try $0["title_malay"], try $0["title_english"]) }
    }

    /// All courses with their sessions, by code.
    ///
    /// An academy has some hundreds.
    public static func all(in transaction: borrowing Transaction) throws -> [Course] {
        let rows = try transaction.all("SELECT id FROM course ORDER BY code") { row -> Course.ID in try row["id"] }
        return try rows.compactMap { try find($0, in: transaction) }
    }

    /// Replaces what a course says of itself; its sessions stay.
    public static func update(_ course: Course, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            """
            UPDATE course SET code = \(course.code), title_malay = \(course.titleMalay),
                title_english = \(course.titleEnglish), study_centre = \(course.studyCentre), venue = \(course.venue),
                fee_sen = \(course.fee), minimum_attendance = \(course.minimumAttendance), status = \(course.status)
            WHERE id = \(course.id)
            """)
    }

    /// Puts these sessions in place of those that the course had; one that keeps its id keeps its marks.
    /// - Throws: a `foreignKey` ``SQLError`` when a session that is left out has marks.
    public static func setSessions(
        _ sessions: [Session], of course: Course.ID, in transaction: borrowing Transaction
    ) throws {
        let old = try Self.sessions(of: course, in: transaction)
        let kept = Set(sessions.map(\.id))
        for session in old where !kept.contains(session.id) {
            _ = try transaction.execute("DELETE FROM course_session WHERE id = \(session.id)")
        }
        for session in sessions where !old.contains(session) {
            if old.contains(where: { $0.id == session.id }) {
                try update(session, in: transaction)
            } else {
                try insert(session, of: course, in: transaction)
            }
        }
    }

    public static func isEmpty(in transaction: borrowing Transaction) throws -> Bool {
        try transaction.first("SELECT id FROM course LIMIT 1") { row -> Course.ID in try row["id"] } == nil
    }

    private static func insert(
        _ session: Session, of course: Course.ID, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute(
            """
            INSERT INTO course_session (id, course_id, day, starts, ends, minutes, mandatory, cancelled)
            VALUES (\(session.id), \(course), \(session.day), \(session.start), \(session.end), \(session.minutes),
                \(session.isMandatory), \(session.isCancelled))
            """)
    }

    private static func update(_ session: Session, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            """
            UPDATE course_session SET day = \(session.day), starts = \(session.start), ends = \(session.end),
                minutes = \(session.minutes), mandatory = \(session.isMandatory), cancelled = \(session.isCancelled)
            WHERE id = \(session.id)
            """)
    }

    private static func sessions(of course: Course.ID, in transaction: borrowing Transaction) throws -> [Session] {
        try transaction.all(
            """
            SELECT id, day, starts, ends, minutes, mandatory, cancelled
            FROM course_session WHERE course_id = \(course) ORDER BY day, starts
            """, as: session)
    }

    static func session(_ row: Row) throws -> Session {
        Session(
            id: try row["id"], day: try row["day"], start: try row["starts"], end: try row["ends"],
            minutes: try row["minutes"], isMandatory: try row["mandatory"], isCancelled: try row["cancelled"])
    }

    static func course(_ row: Row, _ sessions: [Session]) throws -> Course {
        Course(
            id: try row["id"], code: try row["code"], titleMalay: try row["title_malay"],
            titleEnglish: try row["title_english"], studyCentre: try row["study_centre"], venue: try row["venue"],
            fee: try row["fee_sen"], minimumAttendance: try row["minimum_attendance"], sessions: sessions,
            status: try row["status"])
    }
}
