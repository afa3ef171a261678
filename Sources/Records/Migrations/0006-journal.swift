import SQL

extension Schema {
    static let journal = Migration(
        6, "audit and outbox",
        [
            """
            CREATE TABLE audit (
                sequence BIGINT PRIMARY KEY,
                at TEXT NOT NULL,
                actor TEXT NOT NULL,
                on_behalf_of TEXT NOT NULL,
                action TEXT NOT NULL,
                subject_kind TEXT NOT NULL,
                subject_id TEXT NOT NULL,
                before_state TEXT NOT NULL,
                after_state TEXT NOT NULL,
                reason TEXT NOT NULL,
                request_id TEXT NOT NULL,
                previous_hash TEXT NOT NULL,
                hash TEXT NOT NULL
            )
            """,
            "CREATE INDEX audit_subject ON audit (subject_kind, subject_id, sequence)",
            "CREATE INDEX audit_actor ON audit (actor, sequence)",
            """
            CREATE TABLE outbox (
                id TEXT PRIMARY KEY,
                kind TEXT NOT NULL,
                recipient TEXT NOT NULL,
                language TEXT NOT NULL,
                payload TEXT NOT NULL,
                created_at TEXT NOT NULL,
                due_at TEXT NOT NULL,
                attempts BIGINT NOT NULL DEFAULT 0,
                sent_at TEXT,
                failed_at TEXT,
                error TEXT NOT NULL DEFAULT ''
            )
            """,
            "CREATE INDEX outbox_due ON outbox (due_at, id) WHERE sent_at IS NULL AND failed_at IS NULL",
        ])
}
