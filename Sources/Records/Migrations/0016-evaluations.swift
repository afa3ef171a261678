import SQL

extension Schema {
    /// Two tables that nothing joins: who has a draft, and what was answered.
    ///
    /// A response names a course and a day, and neither officer nor participation nor account. That an evaluation was
    /// sent stands in `participation` alone.
    static let evaluations = Migration(
        16, "drafts of evaluations, and answers without names",
        [
            """
            CREATE TABLE evaluation_draft (
                participation_id TEXT PRIMARY KEY REFERENCES participation (id),
                answers TEXT NOT NULL,
                saved_at TEXT NOT NULL
            )
            """,
            """
            CREATE TABLE evaluation_response (
                id TEXT PRIMARY KEY,
                course_id TEXT NOT NULL REFERENCES course (id),
                day TEXT NOT NULL,
                answers TEXT NOT NULL
            )
            """,
            "CREATE INDEX evaluation_response_course ON evaluation_response (course_id, id)",
        ])
}
