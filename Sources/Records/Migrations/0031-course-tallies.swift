import SQL

extension Schema {
    /// How far a course is, counted along two indexes without reading its rows.
    static let courseTallies = Migration(
        31, "the facts of a course's participants, and how their certificates stand, by index",
        [
            """
            CREATE INDEX participation_facts ON participation (course_id, outcome, attendance, evaluation, fee, officer_id)
            WHERE seated
            """,
            "CREATE INDEX certificate_standing ON certificate (officer_id, course_id, status)",
        ])
}
