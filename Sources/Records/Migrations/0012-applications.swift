import SQL

extension Schema {
    static let applications = Migration(
        12, "applications, their reference numbers and supervisors' links",
        [
            """
            CREATE TABLE application (
                id TEXT PRIMARY KEY,
                officer_id TEXT NOT NULL REFERENCES officer (id),
                course_id TEXT NOT NULL REFERENCES course (id),
                state TEXT NOT NULL,
                reference TEXT,
                supervisor_name TEXT NOT NULL DEFAULT '',
                supervisor_phone TEXT NOT NULL DEFAULT '',
                supervisor_email TEXT NOT NULL DEFAULT '',
                declared_at TEXT,
                submitted_at TEXT,
                created_at TEXT NOT NULL,
                state_at TEXT NOT NULL,
                reason TEXT NOT NULL DEFAULT '',
                rejection TEXT NOT NULL DEFAULT '',
                priority BIGINT NOT NULL DEFAULT 0,
                edition BIGINT NOT NULL DEFAULT 1,
                version BIGINT NOT NULL DEFAULT 1
            )
            """,
            // A second live application is impossible, whoever asks.
            """
            CREATE UNIQUE INDEX application_one_live ON application (officer_id, course_id)
            WHERE state IN ('draft', 'submitted', 'supervisor_supported', 'supported', 'waiting', 'offered', 'approved',
                'attending', 'release_requested', 'nominated')
            """,
            "CREATE UNIQUE INDEX application_reference ON application (reference)",
            "CREATE INDEX application_officer ON application (officer_id, id)",
            "CREATE INDEX application_course ON application (course_id, state, id)",
            """
            CREATE TABLE reference_counter (
                year BIGINT PRIMARY KEY,
                last BIGINT NOT NULL CONSTRAINT reference_from_one CHECK (last >= 1)
            )
            """,
            """
            CREATE TABLE support_link (
                token_sha256 TEXT PRIMARY KEY,
                application_id TEXT NOT NULL REFERENCES application (id),
                edition BIGINT NOT NULL,
                created_at TEXT NOT NULL,
                expires_at TEXT NOT NULL
            )
            """,
            "CREATE INDEX support_link_application ON support_link (application_id)",
        ])
}
