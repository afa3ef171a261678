import SQL

extension Schema {
    /// How far a course is, counted along indexes without reading its rows; and the bulk issues that run.
    static let courseTallies = Migration(
        31, "the facts of a course's participants, and how their certificates stand, by index",
        [
            """
            CREATE INDEX participation_facts ON participation (course_id, outcome, attendance, evaluation, fee, officer_id)
            WHERE seated
            """,
            "CREATE INDEX bulk_issue_unfinished ON bulk_issue (id) WHERE finished_at IS NULL",
            "CREATE INDEX certificate_standing ON certificate (officer_id, course_id, status)",
        ])
}
