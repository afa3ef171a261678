import SQL

extension Schema {
    static let applicationTally = Migration(
        34, "how many applications of a course are in which state, kept and not counted at every look",
        [
            """
            CREATE TABLE application_tally (
                course_id TEXT NOT NULL REFERENCES course (id),
                state TEXT NOT NULL,
                number INTEGER NOT NULL,
                PRIMARY KEY (course_id, state)
            )
            """,
            """
            INSERT INTO application_tally (course_id, state, number)
            SELECT course_id, state, count(*) FROM application GROUP BY course_id, state
            """,
            "CREATE INDEX application_tally_state ON application_tally (state, course_id, number)",
        ])
}
