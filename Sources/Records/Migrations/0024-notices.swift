import SQL

extension Schema {
    static let notices = Migration(
        24, "notices on the site, beside letters",
        [
            """
            CREATE TABLE notice (
                id TEXT PRIMARY KEY,
                account_id TEXT NOT NULL REFERENCES account (id),
                kind TEXT NOT NULL,
                payload TEXT NOT NULL,
                created_at TEXT NOT NULL,
                read_at TEXT
            )
            """,
            "CREATE INDEX notice_account ON notice (account_id, id)",
            "CREATE INDEX notice_unread ON notice (account_id) WHERE read_at IS NULL",
        ])
}
