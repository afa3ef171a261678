import SQL

extension Schema {
    /// Fees of those who were absent are to be given back too; and courses are found by their titles.
    static let refundsOfTheAbsent = Migration(
        36, "refunds to who was absent, and courses by title",
        [
            "DROP INDEX participation_refund_due",
            """
            CREATE INDEX participation_refund_due ON participation (id)
            WHERE fee = 'verified' AND (seated = FALSE OR (outcome = 'absent' AND attendance = 'confirmed'))
            """,
            "CREATE INDEX course_title_malay ON course (title_malay)",
            "CREATE INDEX course_title_english ON course (title_english)",
        ])
}
