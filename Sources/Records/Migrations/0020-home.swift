import SQL

extension Schema {
    /// What a start page counts.
    static let home = Migration(
        20, "indices for what waits for a decision",
        [
            "CREATE INDEX application_by_state ON application (state, course_id)",
            "CREATE INDEX course_session_day ON course_session (day, course_id)",
            "CREATE INDEX participation_unconfirmed ON participation (course_id) WHERE attendance <> 'confirmed'",
        ])
}
