import SQL

extension Schema {
    /// What a course says to those who may apply for it, who coordinates it, and who speaks.
    static let offerings = Migration(
        11, "courses on offer, their coordinators and speakers",
        [
            """
            CREATE TABLE course_offering (
                course_id TEXT PRIMARY KEY REFERENCES course (id),
                mode TEXT NOT NULL,
                objectives_malay TEXT NOT NULL,
                objectives_english TEXT NOT NULL DEFAULT '',
                target_malay TEXT NOT NULL,
                target_english TEXT NOT NULL DEFAULT '',
                prerequisites_malay TEXT NOT NULL DEFAULT '',
                prerequisites_english TEXT NOT NULL DEFAULT '',
                quota BIGINT NOT NULL CONSTRAINT offering_quota_not_negative CHECK (quota >= 0),
                closes TEXT NOT NULL,
                decides TEXT NOT NULL,
                confirms TEXT NOT NULL,
                freezes TEXT NOT NULL,
                waiting_list BOOLEAN NOT NULL DEFAULT FALSE,
                clash_blocks BOOLEAN NOT NULL DEFAULT FALSE,
                yearly_cap BIGINT,
                lapses_unconfirmed BOOLEAN NOT NULL DEFAULT FALSE,
                absence_without_replacement BOOLEAN NOT NULL DEFAULT FALSE,
                version BIGINT NOT NULL DEFAULT 1
            )
            """,
            "CREATE INDEX course_offering_closing ON course_offering (closes, course_id)",
            "CREATE INDEX course_status ON course (status, id)",
            """
            CREATE TABLE course_coordinator (
                course_id TEXT NOT NULL REFERENCES course (id),
                account_id TEXT NOT NULL REFERENCES account (id),
                PRIMARY KEY (course_id, account_id)
            )
            """,
            "CREATE INDEX course_coordinator_account ON course_coordinator (account_id, course_id)",
            """
            CREATE TABLE course_speaker (
                course_id TEXT NOT NULL REFERENCES course (id),
                place BIGINT NOT NULL,
                name TEXT NOT NULL,
                topic TEXT NOT NULL,
                PRIMARY KEY (course_id, place)
            )
            """,
        ])
}
