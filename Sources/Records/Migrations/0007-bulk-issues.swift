import SQL

extension Schema {
    static let bulkIssues = Migration(
        7, "bulk issues and their results row by row",
        [
            """
            CREATE TABLE bulk_issue (
                id TEXT PRIMARY KEY,
                course_id TEXT NOT NULL REFERENCES course (id),
                requested_by TEXT NOT NULL,
                request_id TEXT NOT NULL,
                created_at TEXT NOT NULL,
                finished_at TEXT,
                total BIGINT NOT NULL
            )
            """,
            "CREATE UNIQUE INDEX bulk_issue_one_running ON bulk_issue (course_id) WHERE finished_at IS NULL",
            "CREATE INDEX bulk_issue_course ON bulk_issue (course_id, id)",
            """
            CREATE TABLE bulk_issue_item (
                bulk_issue_id TEXT NOT NULL REFERENCES bulk_issue (id),
                position BIGINT NOT NULL,
                officer_id TEXT NOT NULL REFERENCES officer (id),
                result TEXT NOT NULL DEFAULT 'waiting',
                detail TEXT NOT NULL DEFAULT '',
                certificate_id TEXT REFERENCES certificate (id),
                PRIMARY KEY (bulk_issue_id, position)
            )
            """,
            "CREATE INDEX bulk_issue_item_result ON bulk_issue_item (bulk_issue_id, result, position)",
        ])
}
