import Academy
import Records
import SQL

/// Writes how a person's details change.
struct PersonHistory: Sendable {
    let surroundings: Surroundings
    let now: Instant
    /// Account.
    let by: String

    func note(
        _ field: String, from before: String, to after: String, of officer: Officer.ID, source: PersonChange.Source,
        in transaction: borrowing Transaction
    ) throws {
        let change = PersonChange(
            id: try surroundings.newID(), officer: officer, field: field, before: before, after: after, by: by,
            at: now, source: source)
        try PersonChanges.insert(change, in: transaction)
    }
}
