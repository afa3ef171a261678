import SQL

extension Schema {
    /// What proves certificates to others: signed claims and credentials, the log with its tiles and checkpoints, and the
    /// status lists.
    static let proofs = Migration(
        30, "proofs of certificates, the log, status lists",
        [
            """
            CREATE TABLE log_entry (
                position BIGINT PRIMARY KEY,
                certificate_id TEXT NOT NULL REFERENCES certificate (id),
                kind TEXT NOT NULL,
                body TEXT NOT NULL,
                salt BYTEA NOT NULL,
                from_status TEXT NOT NULL DEFAULT '',
                reason TEXT NOT NULL DEFAULT '',
                at TEXT NOT NULL
            )
            """,
            "CREATE INDEX log_entry_certificate ON log_entry (certificate_id, position)",
            """
            CREATE TABLE log_tile (
                level BIGINT NOT NULL,
                number BIGINT NOT NULL,
                hashes BYTEA NOT NULL,
                PRIMARY KEY (level, number)
            )
            """,
            """
            CREATE TABLE log_checkpoint (
                size BIGINT PRIMARY KEY CONSTRAINT log_checkpoint_not_empty CHECK (size > 0),
                root TEXT NOT NULL,
                note TEXT NOT NULL,
                at TEXT NOT NULL
            )
            """,
            """
            CREATE TABLE log_cosignature (
                size BIGINT NOT NULL REFERENCES log_checkpoint (size),
                witness TEXT NOT NULL,
                line TEXT NOT NULL,
                at TEXT NOT NULL,
                PRIMARY KEY (size, witness)
            )
            """,
            """
            CREATE TABLE certificate_proof (
                certificate_id TEXT PRIMARY KEY REFERENCES certificate (id),
                list_number BIGINT NOT NULL,
                list_index BIGINT NOT NULL,
                claims BYTEA NOT NULL,
                credential TEXT NOT NULL,
                log_index BIGINT NOT NULL REFERENCES log_entry (position),
                log_size BIGINT NOT NULL REFERENCES log_checkpoint (size)
            )
            """,
            "CREATE UNIQUE INDEX certificate_proof_place ON certificate_proof (list_number, list_index)",
            "CREATE UNIQUE INDEX certificate_proof_leaf ON certificate_proof (log_index)",
            """
            CREATE TABLE status_bit (
                purpose TEXT NOT NULL,
                number BIGINT NOT NULL,
                position BIGINT NOT NULL,
                PRIMARY KEY (purpose, number, position)
            )
            """,
            """
            CREATE TABLE status_list (
                purpose TEXT NOT NULL,
                number BIGINT NOT NULL,
                credential TEXT NOT NULL,
                made_at TEXT NOT NULL,
                PRIMARY KEY (purpose, number)
            )
            """,
            "CREATE INDEX status_list_made ON status_list (made_at)",
        ])
}
