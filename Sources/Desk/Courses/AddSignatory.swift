public import Academy
public import Records
import SQL

/// Adds a person whose name stands under certificates; courses choose theirs from these.
public struct AddSignatory: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Parameter postEnglish: the Malay post stands where it is empty.
    /// - Throws: ``Refusal/forbidden``; ``Refusal/invalid(_:)`` with fields `name` and `post` that are empty.
    @discardableResult
    public func callAsFunction(
        name: String, postMalay: String, postEnglish: String = "", by caller: Caller
    ) async throws -> SignatoryRecord.ID {
        guard Permission.manageAccounts(by: caller) else { throw Refusal.forbidden }
        let (name, malay, english) = (Self.tidied(name), Self.tidied(postMalay), Self.tidied(postEnglish))
        let problems = [("name", name), ("post", malay)].filter { $0.1.isEmpty }
            .map { FieldProblem(field: $0.0, code: "missing") }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        let signatory = SignatoryRecord(
            id: try office.surroundings.newID(), name: name, postMalay: malay,
            postEnglish: english.isEmpty ? malay : english, image: "")
        let now = office.surroundings.now()
        try await office.database.write { transaction in
            try Signatories.insert(signatory, in: transaction)
            try AuditLog.append(
                AuditEntry(
                    at: now, actor: caller.account, action: "signatory.added", subjectKind: "signatory",
                    subjectID: signatory.id.text, after: name, requestID: caller.requestID),
                in: transaction)
        }
        return signatory.id
    }

    private static func tidied(_ text: String) -> String {
        String(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(200))
    }
}
