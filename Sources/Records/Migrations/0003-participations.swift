import SQL

extension Schema {
    /// One row an officer on a course: the facts that the gate judges, who brought each about, and since when it stands.
    static let participations = Migration(
        3, "participations",
        [
            """
            CREATE TABLE participation (
                id TEXT PRIMARY KEY,
                officer_id TEXT NOT NULL REFERENCES officer (id),
                course_id TEXT NOT NULL REFERENCES course (id),
                outcome TEXT NOT NULL,
                attendance TEXT NOT NULL,
                minutes_attended BIGINT NOT NULL DEFAULT 0,
                minutes_total BIGINT NOT NULL DEFAULT 0,
                attendance_by TEXT NOT NULL DEFAULT '',
                attendance_at TEXT,
                evaluation TEXT NOT NULL,
                evaluation_by TEXT NOT NULL DEFAULT '',
                evaluation_at TEXT,
                evaluation_basis TEXT NOT NULL DEFAULT '',
                fee TEXT NOT NULL,
                receipt_number TEXT NOT NULL DEFAULT '',
                fee_by TEXT NOT NULL DEFAULT '',
                fee_at TEXT,
                fee_basis TEXT NOT NULL DEFAULT '',
                version BIGINT NOT NULL DEFAULT 1,
                CONSTRAINT participation_minutes CHECK (minutes_attended BETWEEN 0 AND minutes_total)
            )
            """,
            "CREATE UNIQUE INDEX participation_once ON participation (officer_id, course_id)",
            "CREATE INDEX participation_course ON participation (course_id, id)",
        ])
}
