import SQL

extension Schema {
    static let resentLetters = Migration(
        13, "when a letter was sent again",
        ["ALTER TABLE outbox ADD COLUMN resent_at TEXT"])
}
