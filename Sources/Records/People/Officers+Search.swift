public import Academy
public import SQL

extension Officers {
    /// The words by which a name is found, in the transaction that writes the name.
    static func writeWords(of officer: Officer, in transaction: borrowing Transaction) throws {
        for word in SearchText(officer.name.text).words {
            _ = try transaction.execute(
                "INSERT INTO officer_word (word, officer_id) VALUES (\(word), \(officer.id))")
        }
    }

    /// Officers in service whose name holds every word of the query, by id; nobody for an empty query.
    public static func named(
        _ query: SearchQuery, limit: Int, in transaction: borrowing Transaction
    ) throws -> [Officer] {
        guard let condition = holding(query) else { return [] }
        return try transaction.all(
            "SELECT \(columns) FROM officer WHERE \(condition) AND active ORDER BY officer.id LIMIT \(limit)",
            as: officer)
    }

    /// Officers in service whose address begins so, by address.
    public static func addressed(
        _ beginning: String, limit: Int, in transaction: borrowing Transaction
    ) throws -> [Officer] {
        let beginning = beginning.lowercased()
        return try transaction.all(
            """
            SELECT \(columns) FROM officer
            WHERE email >= \(beginning) AND email < \(beginning + Self.last) AND active ORDER BY email LIMIT \(limit)
            """, as: officer)
    }

    /// Sorts behind everything that a word or an address goes on with.
    private static let last = "\u{10FFFF}"

    /// The condition that an officer's name holds every word of the query; nil for an empty query.
    static func holding(_ query: SearchQuery) -> SQL? {
        guard let first = query.words.first else { return nil }
        return query.words.dropFirst().prefix(4).reduce(holding(first)) { "\($0) AND \(holding($1))" as SQL }
    }

    private static func holding(_ word: SearchQuery.Word) -> SQL {
        """
        officer.id IN (
            SELECT officer_id FROM officer_word WHERE word >= \(word.begins) AND word < \(word.begins + last)
            UNION SELECT officer_id FROM officer_word WHERE word = \(word.isExactly ?? word.begins))
        """
    }
}
