public import Academy
import Records
import SQL

/// Saves what a person tells of themselves: *Kemas kini profil*.
///
/// Saving the same again changes nothing and leaves no trace.
public struct UpdateProfile: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Parameters:
    ///   - typed: as it was typed; not looked at for an account that is no officer's.
    ///   - language: of pages after the next sign-in, and of letters.
    ///   - version: of the details that were changed.
    /// - Throws: ``Refusal/invalid(_:)`` by the fields of ``PersonalDetails`` with the codes of its problems;
    ///   ``Refusal/conflict(_:)`` with `changedMeanwhile`.
    public func callAsFunction(
        _ typed: PersonalDetails, language: Language, version: Int, by caller: Caller
    ) async throws {
        let details = try caller.officer == nil ? PersonalDetails() : Self.parsed(typed)
        let surroundings = office.surroundings
        try await office.database.write { transaction in
            guard let account = try Accounts.find(name: caller.account, in: transaction) else { throw Refusal.notFound }
            let history = PersonHistory(surroundings: surroundings, now: surroundings.now(), by: caller.account)
            var changed: [String] = []
            if account.language != language {
                changed.append("language")
                try Accounts.setLanguage(language, of: account.name, in: transaction)
                if let officer = caller.officer {
                    try history.note(
                        "language", from: account.language.rawValue, to: language.rawValue, of: officer,
                        source: .own, in: transaction)
                }
            }
            if let officer = caller.officer {
                changed += try Self.save(details, of: officer, over: version, history, in: transaction)
            }
            guard !changed.isEmpty else { return }
            try AuditLog.append(
                AuditEntry(
                    at: history.now, actor: caller.account, action: "profile.updated",
                    subjectKind: caller.officer == nil ? "account" : "officer",
                    subjectID: caller.officer?.text ?? account.id.text, after: changed.joined(separator: " "),
                    requestID: caller.requestID),
                in: transaction)
        }
    }

    /// - Returns: the codes of what has changed; nothing is written where nothing has.
    private static func save(
        _ details: PersonalDetails, of officer: Officer.ID, over version: Int, _ history: PersonHistory,
        in transaction: borrowing Transaction
    ) throws -> [String] {
        let before = try PersonalDetailsStore.find(officer, in: transaction)?.details ?? PersonalDetails()
        let fields = PersonalDetails.Field.allCases.filter { before[$0] != details[$0] }
        if fields.isEmpty { return [] }
        guard
            try PersonalDetailsStore.save(details, of: officer, over: version, at: history.now, in: transaction)
        else { throw Refusal.conflict(.changedMeanwhile) }
        for field in fields {
            try history.note(
                field.rawValue, from: before[field], to: details[field], of: officer, source: .own, in: transaction)
        }
        return fields.map(\.rawValue)
    }

    private static func parsed(_ typed: PersonalDetails) throws(Refusal) -> PersonalDetails {
        do throws(PersonalDetails.Rejected) {
            return try PersonalDetails(parsing: typed)
        } catch {
            throw .invalid(
                PersonalDetails.Field.allCases.compactMap { field in
                    error.problems[field].map { FieldProblem(field: field.rawValue, code: $0.rawValue) }
                })
        }
    }
}
