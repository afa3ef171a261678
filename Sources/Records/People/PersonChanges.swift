public import Academy
public import SQL

/// One detail of a person that became another.
public struct PersonChange: Sendable, Hashable {
    public typealias ID = Identifier<PersonChange>

    public let id: ID
    public let officer: Officer.ID
    /// Code of a ``StaffField``, of a field of ``PersonalDetails``, or `language`.
    public let field: String
    public let before: String
    public let after: String
    /// Account.
    public let by: String
    public let at: Instant
    public let source: Source

    /// What brought it about.
    public enum Source: String, Sendable, Hashable, CaseIterable {
        /// The officer.
        case own
        /// An accepted request for correction.
        case correction
        /// An export of ezHR.
        case directory
        /// Another record of the same person became part of this one.
        case merge
    }

    public init(
        id: ID, officer: Officer.ID, field: String, before: String, after: String, by: String, at: Instant,
        source: Source
    ) {
        self.id = id
        self.officer = officer
        self.field = field
        self.before = before
        self.after = after
        self.by = by
        self.at = at
        self.source = source
    }
}

/// How persons' details have changed; rows are added and never changed.
public enum PersonChanges {
    public static func insert(_ change: PersonChange, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            """
            INSERT INTO person_change (id, officer_id, field, before_value, after_value, changed_by, changed_at, source)
            VALUES (\(change.id), \(change.officer), \(change.field), \(change.before), \(change.after),
                \(change.by), \(change.at), \(change.source))
            """)
    }

    /// The latest, newest first.
    public static func of(
        _ officer: Officer.ID, limit: Int, in transaction: borrowing Transaction
    ) throws -> [PersonChange] {
        try transaction.all(
            """
            SELECT id, officer_id, field, before_value, after_value, changed_by, changed_at, source FROM person_change
            WHERE officer_id = \(officer) ORDER BY id DESC LIMIT \(limit)
            """
        ) { row in
            PersonChange(
                id: try row["id"], officer: try row["officer_id"], field: try row["field"],
                before: try row["before_value"], after: try row["after_value"], by: try row["changed_by"],
                at: try row["changed_at"], source: try row["source"])
        }
    }
}
