import SQL

extension Schema {
    static let staffAndPasswords = Migration(
        14, "the staff directory, temporary passwords and former ones",
        [
            """
            CREATE TABLE staff (
                mykad TEXT PRIMARY KEY CONSTRAINT staff_mykad_form CHECK (length(mykad) = 12),
                name TEXT NOT NULL,
                email TEXT,
                post TEXT NOT NULL,
                grade TEXT NOT NULL,
                scheme TEXT NOT NULL,
                service_group TEXT NOT NULL,
                division TEXT NOT NULL,
                branch TEXT NOT NULL,
                unit TEXT NOT NULL,
                station TEXT NOT NULL,
                state TEXT NOT NULL,
                employment TEXT NOT NULL,
                imported_at TEXT NOT NULL
            )
            """,
            "CREATE UNIQUE INDEX staff_email ON staff (email)",
            "CREATE INDEX staff_seen ON staff (employment, imported_at)",
            "ALTER TABLE account ADD COLUMN temporary_hash TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE account ADD COLUMN temporary_until TEXT",
            "ALTER TABLE account ADD COLUMN temporary_used_at TEXT",
            """
            CREATE TABLE former_password (
                account_id TEXT NOT NULL REFERENCES account (id),
                replaced_at TEXT NOT NULL,
                password_hash TEXT NOT NULL,
                PRIMARY KEY (account_id, replaced_at)
            )
            """,
        ])
}
