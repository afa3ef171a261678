import SQL

extension Schema {
    /// What officers tell of themselves, how every detail of a person has changed, and what they asked to have corrected.
    static let profiles = Migration(
        19, "personal details, their history, and requests for correction",
        [
            """
            CREATE TABLE personal_details (
                officer_id TEXT PRIMARY KEY REFERENCES officer (id),
                title TEXT NOT NULL,
                phone TEXT NOT NULL,
                diet TEXT NOT NULL,
                needs TEXT NOT NULL,
                kin_name TEXT NOT NULL,
                kin_phone TEXT NOT NULL,
                saved_at TEXT NOT NULL,
                version BIGINT NOT NULL
            )
            """,
            """
            CREATE TABLE person_change (
                id TEXT PRIMARY KEY,
                officer_id TEXT NOT NULL REFERENCES officer (id),
                field TEXT NOT NULL,
                before_value TEXT NOT NULL,
                after_value TEXT NOT NULL,
                changed_by TEXT NOT NULL,
                changed_at TEXT NOT NULL,
                source TEXT NOT NULL
            )
            """,
            "CREATE INDEX person_change_officer ON person_change (officer_id, id)",
            """
            CREATE TABLE correction (
                id TEXT PRIMARY KEY,
                officer_id TEXT NOT NULL REFERENCES officer (id),
                field TEXT NOT NULL,
                before_value TEXT NOT NULL,
                wanted_value TEXT NOT NULL,
                reason TEXT NOT NULL,
                upload_id TEXT REFERENCES upload (id),
                requested_by TEXT NOT NULL,
                requested_at TEXT NOT NULL,
                state TEXT NOT NULL,
                decided_by TEXT NOT NULL DEFAULT '',
                decided_at TEXT,
                decision_reason TEXT NOT NULL DEFAULT ''
            )
            """,
            "CREATE UNIQUE INDEX correction_one_waiting ON correction (officer_id, field) WHERE state = 'waiting'",
            "CREATE INDEX correction_waiting ON correction (id) WHERE state = 'waiting'",
            "CREATE INDEX correction_decided ON correction (decided_at, id) WHERE decided_at IS NOT NULL",
            "CREATE INDEX correction_officer ON correction (officer_id, id)",
            "CREATE INDEX correction_unconfirmed ON correction (officer_id, id) WHERE state = 'accepted'",
            "CREATE INDEX correction_former_mykad ON correction (before_value) WHERE state = 'accepted' AND field = 'mykad'",
        ])
}
