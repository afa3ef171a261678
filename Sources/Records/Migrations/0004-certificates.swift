import SQL

extension Schema {
    static let certificates = Migration(
        4, "certificates and their serials",
        [
            """
            CREATE TABLE serial_counter (
                year BIGINT PRIMARY KEY,
                last BIGINT NOT NULL CONSTRAINT serial_from_one CHECK (last >= 1)
            )
            """,
            """
            CREATE TABLE certificate (
                id TEXT PRIMARY KEY,
                officer_id TEXT NOT NULL REFERENCES officer (id),
                course_id TEXT NOT NULL REFERENCES course (id),
                kind TEXT NOT NULL,
                serial_year BIGINT NOT NULL,
                serial_number BIGINT NOT NULL,
                code TEXT NOT NULL CONSTRAINT certificate_code_form CHECK (length(code) = 16),
                issued_at TEXT NOT NULL,
                issued_by TEXT NOT NULL,
                face TEXT NOT NULL,
                evidence TEXT NOT NULL,
                template_id TEXT NOT NULL,
                template_version BIGINT NOT NULL,
                template_sha256 TEXT NOT NULL,
                fonts TEXT NOT NULL,
                status TEXT NOT NULL,
                status_at TEXT NOT NULL,
                status_reason TEXT NOT NULL DEFAULT '',
                document_sha256 TEXT,
                document_size BIGINT,
                superseded_by TEXT REFERENCES certificate (id),
                CONSTRAINT certificate_released_with_document CHECK (status = 'issuing' OR document_sha256 IS NOT NULL)
            )
            """,
            "CREATE UNIQUE INDEX certificate_code ON certificate (code)",
            "CREATE UNIQUE INDEX certificate_serial ON certificate (serial_year, serial_number)",
            // The second issue is impossible, whoever asks.
            """
            CREATE UNIQUE INDEX certificate_one_live ON certificate (officer_id, course_id)
            WHERE status IN ('issuing', 'valid', 'suspended')
            """,
            "CREATE INDEX certificate_officer ON certificate (officer_id, id)",
            "CREATE INDEX certificate_course ON certificate (course_id, serial_year, serial_number)",
            "CREATE UNIQUE INDEX certificate_document ON certificate (document_sha256)",
            "CREATE INDEX certificate_unfinished ON certificate (id) WHERE status = 'issuing'",
        ])
}
