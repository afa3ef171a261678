/// The statements that read a whole table or a whole index on purpose, each with its reason.
enum Permitted {
    private static let reasons: [(part: String, reason: String)] = [
        ("schema_migration", "one row for each step of the schema, read when the program starts")
    ]

    /// nil for a statement that must find its rows by an index.
    static func reason(for statement: String) -> String? {
        reasons.first { statement.contains($0.part) }?.reason
    }
}
