import SQL

extension Schema {
    /// What becomes of a certificate after it was issued: corrected versions under one number, and revocations that take
    /// two persons.
    static let certificateMoves = Migration(
        27, "versions of certificates, and proposals to revoke",
        [
            "ALTER TABLE certificate ADD COLUMN serial_version BIGINT NOT NULL DEFAULT 1",
            "DROP INDEX certificate_serial",
            "CREATE UNIQUE INDEX certificate_serial ON certificate (serial_year, serial_number, serial_version)",
            """
            CREATE UNIQUE INDEX certificate_successor ON certificate (superseded_by) WHERE superseded_by IS NOT NULL
            """,
            "CREATE INDEX certificate_course_latest ON certificate (course_id, id)",
            """
            CREATE TABLE revocation_proposal (
                id TEXT PRIMARY KEY,
                certificate_id TEXT NOT NULL REFERENCES certificate (id),
                reason TEXT NOT NULL,
                remark TEXT NOT NULL,
                proposed_by TEXT NOT NULL,
                proposed_at TEXT NOT NULL,
                state TEXT NOT NULL,
                decided_by TEXT NOT NULL DEFAULT '',
                decided_at TEXT,
                answer TEXT NOT NULL DEFAULT ''
            )
            """,
            """
            CREATE UNIQUE INDEX revocation_one_open ON revocation_proposal (certificate_id) WHERE state = 'proposed'
            """,
            "CREATE INDEX revocation_certificate ON revocation_proposal (certificate_id, id)",
            "CREATE INDEX revocation_open ON revocation_proposal (id) WHERE state = 'proposed'",
        ])
}
