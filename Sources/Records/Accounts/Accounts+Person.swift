public import Academy
public import SQL

/// What an account says of the person behind it.
extension Accounts {
    /// The language of pages and letters.
    public static func setLanguage(
        _ language: Language, of name: String, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute(
            "UPDATE account SET language = \(language) WHERE name = \(name.lowercased())")
    }

    /// Keeps an officer's account in step: the name that pages show, and the address with which the person signs in.
    ///
    /// An account that was never called by the officer's address keeps its name.
    public static func follow(
        _ officer: Officer, formerly old: Officer, in transaction: borrowing Transaction
    ) throws {
        if officer.name != old.name {
            _ = try transaction.execute(
                "UPDATE account SET display_name = \(officer.name.text) WHERE officer_id = \(officer.id)")
        }
        guard officer.email != old.email else { return }
        _ = try transaction.execute(
            """
            UPDATE account SET name = \(officer.email.text)
            WHERE officer_id = \(officer.id) AND name = \(old.email.text)
            """)
    }
}
