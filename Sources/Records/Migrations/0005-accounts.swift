import SQL

extension Schema {
    static let accounts = Migration(
        5, "accounts, sessions and throttles",
        [
            """
            CREATE TABLE account (
                id TEXT PRIMARY KEY,
                name TEXT NOT NULL CONSTRAINT account_name_folded CHECK (name = lower(name)),
                password_hash TEXT NOT NULL,
                roles TEXT NOT NULL,
                officer_id TEXT REFERENCES officer (id),
                display_name TEXT NOT NULL,
                language TEXT NOT NULL,
                must_change_password BOOLEAN NOT NULL DEFAULT FALSE,
                active BOOLEAN NOT NULL DEFAULT TRUE,
                created_at TEXT NOT NULL
            )
            """,
            "CREATE UNIQUE INDEX account_name ON account (name)",
            "CREATE UNIQUE INDEX account_officer ON account (officer_id)",
            """
            CREATE TABLE login_session (
                token_sha256 TEXT PRIMARY KEY,
                account_id TEXT NOT NULL REFERENCES account (id),
                csrf TEXT NOT NULL,
                created_at TEXT NOT NULL,
                expires_at TEXT NOT NULL
            )
            """,
            "CREATE INDEX login_session_account ON login_session (account_id)",
            "CREATE INDEX login_session_expiry ON login_session (expires_at)",
            """
            CREATE TABLE throttle (
                bucket TEXT PRIMARY KEY,
                window_start TEXT NOT NULL,
                count BIGINT NOT NULL
            )
            """,
            "CREATE INDEX throttle_age ON throttle (window_start)",
        ])
}
