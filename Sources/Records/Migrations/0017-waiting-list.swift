import SQL

extension Schema {
    /// Since when applications wait and until when seats are kept, and what else a course decides about applications.
    static let waitingList = Migration(
        17, "the waiting list, offers that expire, and the rest of a course's rules",
        [
            "ALTER TABLE application ADD COLUMN waiting_since TEXT",
            "ALTER TABLE application ADD COLUMN offer_expires TEXT",
            "UPDATE application SET waiting_since = state_at WHERE state = 'waiting'",
            // What the clock looks at is found by its state, however many applications have ended.
            "CREATE INDEX application_state ON application (state, id)",
            "ALTER TABLE course_offering ADD COLUMN state_stage BOOLEAN NOT NULL DEFAULT FALSE",
            "ALTER TABLE course_offering ADD COLUMN state_quota BIGINT",
            "ALTER TABLE course_offering ADD COLUMN replacement_first BOOLEAN NOT NULL DEFAULT TRUE",
            "ALTER TABLE course_offering ADD COLUMN grace_days BIGINT NOT NULL DEFAULT 0",
        ])
}
