import SQL

extension Schema {
    static let courses = Migration(
        2, "courses, their sessions and who signs for them",
        [
            """
            CREATE TABLE course (
                id TEXT PRIMARY KEY,
                code TEXT NOT NULL,
                title_malay TEXT NOT NULL,
                title_english TEXT NOT NULL,
                study_centre TEXT NOT NULL,
                venue TEXT NOT NULL,
                fee_sen BIGINT NOT NULL CONSTRAINT course_fee_not_negative CHECK (fee_sen >= 0),
                minimum_attendance BIGINT NOT NULL
                    CONSTRAINT course_minimum_is_percent CHECK (minimum_attendance BETWEEN 0 AND 100),
                status TEXT NOT NULL
            )
            """,
            "CREATE UNIQUE INDEX course_code ON course (code)",
            """
            CREATE TABLE course_session (
                id TEXT PRIMARY KEY,
                course_id TEXT NOT NULL REFERENCES course (id),
                day TEXT NOT NULL,
                starts TEXT NOT NULL,
                ends TEXT NOT NULL,
                minutes BIGINT NOT NULL CONSTRAINT session_has_length CHECK (minutes > 0),
                mandatory BOOLEAN NOT NULL DEFAULT FALSE,
                cancelled BOOLEAN NOT NULL DEFAULT FALSE
            )
            """,
            "CREATE INDEX course_session_course ON course_session (course_id, day, starts)",
            """
            CREATE TABLE course_signatory (
                course_id TEXT NOT NULL REFERENCES course (id),
                place BIGINT NOT NULL CONSTRAINT signatory_place CHECK (place BETWEEN 1 AND 3),
                signatory_id TEXT NOT NULL REFERENCES signatory (id),
                PRIMARY KEY (course_id, place)
            )
            """,
        ])
}
