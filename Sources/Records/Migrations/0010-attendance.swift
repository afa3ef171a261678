import SQL

extension Schema {
    static let attendance = Migration(
        10, "attendance marks, and requests to reopen what was confirmed",
        [
            """
            CREATE TABLE attendance_mark (
                participation_id TEXT NOT NULL REFERENCES participation (id),
                session_id TEXT NOT NULL REFERENCES course_session (id),
                mark TEXT NOT NULL,
                marked_by TEXT NOT NULL,
                marked_at TEXT NOT NULL,
                PRIMARY KEY (participation_id, session_id)
            )
            """,
            "CREATE INDEX attendance_mark_session ON attendance_mark (session_id)",
            """
            CREATE TABLE attendance_reopening (
                id TEXT PRIMARY KEY,
                course_id TEXT NOT NULL REFERENCES course (id),
                reason TEXT NOT NULL,
                requested_by TEXT NOT NULL,
                requested_at TEXT NOT NULL,
                state TEXT NOT NULL,
                decided_by TEXT NOT NULL DEFAULT '',
                decided_at TEXT,
                CONSTRAINT reopening_by_two CHECK (state <> 'granted' OR decided_by <> requested_by)
            )
            """,
            "CREATE UNIQUE INDEX attendance_reopening_waiting ON attendance_reopening (course_id) WHERE state = 'waiting'",
            """
            CREATE TABLE attendance_reopening_item (
                reopening_id TEXT NOT NULL REFERENCES attendance_reopening (id),
                participation_id TEXT NOT NULL REFERENCES participation (id),
                PRIMARY KEY (reopening_id, participation_id)
            )
            """,
        ])
}
