import SQL

extension Schema {
    /// Who gave a seat up leaves the course's lists, and keeps the row with what was paid.
    static let seats = Migration(
        18, "seats that were given up",
        ["ALTER TABLE participation ADD COLUMN seated BOOLEAN NOT NULL DEFAULT TRUE"])
}
