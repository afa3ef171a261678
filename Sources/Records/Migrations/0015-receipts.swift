import SQL

extension Schema {
    static let receipts = Migration(
        15, "receipts of fees, and exemptions from fees",
        [
            """
            CREATE TABLE receipt (
                id TEXT PRIMARY KEY,
                participation_id TEXT NOT NULL REFERENCES participation (id),
                upload_id TEXT NOT NULL REFERENCES upload (id),
                file_sha256 TEXT NOT NULL,
                number TEXT NOT NULL,
                number_folded TEXT NOT NULL,
                paid_on TEXT NOT NULL,
                amount_sen BIGINT NOT NULL CONSTRAINT receipt_amount_positive CHECK (amount_sen > 0),
                uploaded_by TEXT NOT NULL,
                uploaded_at TEXT NOT NULL,
                state TEXT NOT NULL,
                queued_at TEXT NOT NULL,
                decided_by TEXT NOT NULL DEFAULT '',
                decided_at TEXT,
                reason TEXT NOT NULL DEFAULT '',
                remark TEXT NOT NULL DEFAULT '',
                version BIGINT NOT NULL DEFAULT 1
            )
            """,
            "CREATE UNIQUE INDEX receipt_upload ON receipt (upload_id)",
            // A participation has one receipt that waits or counts; what was rejected stays beside it.
            """
            CREATE UNIQUE INDEX receipt_one_live ON receipt (participation_id) WHERE state IN ('waiting', 'verified')
            """,
            "CREATE INDEX receipt_participation ON receipt (participation_id, id)",
            "CREATE INDEX receipt_queue ON receipt (queued_at, id) WHERE state = 'waiting'",
            "CREATE INDEX receipt_number ON receipt (number_folded)",
            "CREATE INDEX receipt_file ON receipt (file_sha256)",
            "CREATE INDEX receipt_decided ON receipt (decided_at, id) WHERE decided_at IS NOT NULL",
            """
            CREATE TABLE fee_exemption (
                id TEXT PRIMARY KEY,
                participation_id TEXT NOT NULL REFERENCES participation (id),
                basis TEXT NOT NULL,
                proposed_by TEXT NOT NULL,
                proposed_at TEXT NOT NULL,
                state TEXT NOT NULL,
                decided_by TEXT NOT NULL DEFAULT '',
                decided_at TEXT
            )
            """,
            "CREATE UNIQUE INDEX fee_exemption_one_open ON fee_exemption (participation_id) WHERE state = 'proposed'",
            "CREATE INDEX fee_exemption_open ON fee_exemption (id) WHERE state = 'proposed'",
        ])
}
