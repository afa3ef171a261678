import SQL

extension Schema {
    /// Fees that were given back, those that are to be, and courses that were cancelled.
    static let refunds = Migration(
        29, "refunds of fees, and cancelled courses",
        [
            """
            CREATE TABLE fee_refund (
                id TEXT PRIMARY KEY,
                participation_id TEXT NOT NULL REFERENCES participation (id),
                reference TEXT NOT NULL,
                paid_on TEXT NOT NULL,
                recorded_by TEXT NOT NULL,
                recorded_at TEXT NOT NULL
            )
            """,
            "CREATE UNIQUE INDEX fee_refund_once ON fee_refund (participation_id)",
            """
            CREATE INDEX participation_refund_due ON participation (id) WHERE fee = 'verified' AND seated = FALSE
            """,
            "CREATE INDEX course_cancelled ON course (id) WHERE status = 'cancelled'",
        ])
}
