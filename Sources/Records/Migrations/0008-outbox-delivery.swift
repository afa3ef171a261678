import SQL

extension Schema {
    static let outboxDelivery = Migration(
        8, "claims and editions of letters",
        [
            "ALTER TABLE outbox ADD COLUMN claim TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE outbox ADD COLUMN edition BIGINT NOT NULL DEFAULT 1",
            "CREATE INDEX outbox_waiting ON outbox (id) WHERE sent_at IS NULL AND failed_at IS NULL",
            "CREATE INDEX outbox_failed ON outbox (id) WHERE failed_at IS NOT NULL",
        ])
}
