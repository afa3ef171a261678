import SQL

extension Schema {
    /// *Tidak Hadir*: what was asked, who was named instead, and the words by which officers are found by name.
    static let releases = Migration(
        25, "requests not to attend, nominations of replacements, and words of officers' names",
        [
            """
            CREATE TABLE release_request (
                id TEXT PRIMARY KEY,
                application_id TEXT NOT NULL REFERENCES application (id),
                course_id TEXT NOT NULL REFERENCES course (id),
                upload_id TEXT NOT NULL REFERENCES upload (id),
                reason TEXT NOT NULL,
                requested_by TEXT NOT NULL,
                requested_at TEXT NOT NULL,
                outcome TEXT NOT NULL,
                decided_by TEXT NOT NULL DEFAULT '',
                decided_at TEXT,
                remark TEXT NOT NULL DEFAULT ''
            )
            """,
            "CREATE UNIQUE INDEX release_request_upload ON release_request (upload_id)",
            """
            CREATE UNIQUE INDEX release_request_one_open ON release_request (application_id) WHERE outcome = 'waiting'
            """,
            "CREATE INDEX release_request_application ON release_request (application_id, id)",
            "CREATE INDEX release_request_open ON release_request (course_id, id) WHERE outcome = 'waiting'",
            "CREATE INDEX release_request_course ON release_request (course_id, id)",
            """
            CREATE TABLE nomination (
                application_id TEXT PRIMARY KEY REFERENCES application (id),
                original_id TEXT NOT NULL REFERENCES application (id),
                release_id TEXT NOT NULL REFERENCES release_request (id),
                named_by TEXT NOT NULL,
                named_at TEXT NOT NULL,
                expires_at TEXT NOT NULL,
                accepted_at TEXT,
                supported_at TEXT,
                ended_at TEXT
            )
            """,
            // One replacement at a time: the next is named when the one before has ended.
            "CREATE UNIQUE INDEX nomination_one_open ON nomination (original_id) WHERE ended_at IS NULL",
            "CREATE INDEX nomination_release ON nomination (release_id, application_id)",
            """
            CREATE INDEX nomination_due ON nomination (expires_at, application_id)
            WHERE ended_at IS NULL AND supported_at IS NULL
            """,
            """
            CREATE TABLE officer_word (
                word TEXT NOT NULL,
                officer_id TEXT NOT NULL REFERENCES officer (id),
                PRIMARY KEY (word, officer_id)
            )
            """,
            "CREATE INDEX officer_word_officer ON officer_word (officer_id)",
            Self.wordsOfKnownOfficers,
        ])

    /// Names as MyKad has them are in Latin letters; whoever is written from now on has the words of any script.
    private static let wordsOfKnownOfficers: SQL = """
        INSERT INTO officer_word (word, officer_id)
        WITH RECURSIVE piece (officer_id, word, rest) AS (
            SELECT id, '', replace(replace(name_folded, '’', ''), '''', '') FROM officer
            UNION ALL
            SELECT officer_id,
                substr(rest, 1, length(rest) - length(ltrim(rest, 'abcdefghijklmnopqrstuvwxyz0123456789'))),
                CASE WHEN ltrim(rest, 'abcdefghijklmnopqrstuvwxyz0123456789') = rest THEN substr(rest, 2)
                    ELSE ltrim(rest, 'abcdefghijklmnopqrstuvwxyz0123456789') END
            FROM piece WHERE rest <> ''
        )
        SELECT word, officer_id FROM piece WHERE word <> ''
        UNION
        SELECT 'muhammad', officer_id FROM piece
        WHERE word IN ('mohd', 'md', 'muhd', 'mhd', 'mohamad', 'mohamed', 'mohammad', 'mohammed', 'muhamad')
        """
}
