import SQL

extension Schema {
    static let logDates = Migration(
        37, "dates of the log's checkpoints by authorities for time",
        [
            """
            CREATE TABLE log_date (
                size BIGINT PRIMARY KEY REFERENCES log_checkpoint (size),
                token BYTEA NOT NULL,
                at TEXT NOT NULL
            )
            """
        ])
}
