import SQL

extension Schema {
    static let codeStatus = Migration(
        38, "the status by the hashes of codes",
        [
            """
            CREATE TABLE code_status_list (
                number BIGINT PRIMARY KEY,
                credential TEXT NOT NULL,
                made_at TEXT NOT NULL
            )
            """
        ])
}
