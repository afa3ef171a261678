public import Academy
public import Records
import SQL

/// Says from when until when a signatory holds the post; what was issued keeps the name that it was issued under.
public struct SetTermOfOffice: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// The same again changes nothing.
    /// - Throws: ``Refusal/forbidden``; ``Refusal/notFound``; ``Refusal/invalid(_:)`` with fields `dari` and `hingga`.
    public func callAsFunction(
        _ id: SignatoryRecord.ID, from: String, until: String, by caller: Caller
    ) async throws {
        guard Permission.manageSignatories(by: caller) else { throw Refusal.forbidden }
        var problems: [FieldProblem] = []
        let term = TermReader.read(from: from, until: until, &problems)
        guard let term else { throw Refusal.invalid(problems) }
        let now = office.surroundings.now()
        try await office.database.write { transaction in
            guard let old = try Signatories.find(id, in: transaction) else { throw Refusal.notFound }
            if old.term == term { return }
            let new = SignatoryRecord(
                id: id, name: old.name, postMalay: old.postMalay, postEnglish: old.postEnglish, image: old.image,
                term: term)
            try TermReader.requireFree(for: new, in: transaction)
            try Signatories.setTerm(term, of: id, in: transaction)
            try AuditLog.append(
                AuditEntry(
                    at: now, actor: caller.account, action: "signatory.term_set", subjectKind: "signatory",
                    subjectID: id.text, before: old.term.told, after: term.told, requestID: caller.requestID),
                in: transaction)
        }
    }
}
