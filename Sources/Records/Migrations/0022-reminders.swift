import SQL

extension Schema {
    /// What people were reminded of, the holidays that working days are counted around, and how both are found.
    static let reminders = Migration(
        22, "reminders that were sent, and public holidays",
        [
            """
            CREATE TABLE reminder (
                errand TEXT NOT NULL,
                subject TEXT NOT NULL,
                step BIGINT NOT NULL CONSTRAINT reminder_from_one CHECK (step >= 1),
                at TEXT NOT NULL,
                PRIMARY KEY (errand, subject, step)
            )
            """,
            """
            CREATE TABLE public_holiday (
                state TEXT NOT NULL,
                day TEXT NOT NULL,
                name TEXT NOT NULL,
                PRIMARY KEY (state, day)
            )
            """,
            "CREATE INDEX account_finance ON account (id) WHERE active AND roles LIKE '%finance%'",
        ])
}
