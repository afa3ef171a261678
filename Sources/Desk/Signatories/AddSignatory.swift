public import Academy
public import Records
import SQL

/// Adds a person whose name stands under certificates; courses choose theirs from these.
public struct AddSignatory: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// As it was filled in.
    public struct Form: Sendable, Hashable {
        public var name: String
        public var postMalay: String
        /// The Malay post stands where it is empty.
        public var postEnglish: String
        /// Days; an empty one leaves that end open.
        public var from: String
        public var until: String

        public init(name: String, postMalay: String, postEnglish: String = "", from: String = "", until: String = "") {
            (self.name, self.postMalay, self.postEnglish) = (name, postMalay, postEnglish)
            (self.from, self.until) = (from, until)
        }
    }

    /// - Throws: ``Refusal/forbidden``; ``Refusal/invalid(_:)`` with fields `nama`, `jawatan`, `dari` and `hingga`.
    @discardableResult
    public func callAsFunction(_ form: Form, by caller: Caller) async throws -> SignatoryRecord.ID {
        guard Permission.manageSignatories(by: caller) else { throw Refusal.forbidden }
        let (name, malay) = (Self.tidied(form.name), Self.tidied(form.postMalay))
        let english = Self.tidied(form.postEnglish)
        var problems = [("nama", name), ("jawatan", malay)].filter { $0.1.isEmpty }
            .map { FieldProblem(field: $0.0, code: "missing") }
        let term = TermReader.read(from: form.from, until: form.until, &problems)
        guard problems.isEmpty, let term else { throw Refusal.invalid(problems) }
        let signatory = SignatoryRecord(
            id: try office.surroundings.newID(), name: name, postMalay: malay,
            postEnglish: english.isEmpty ? malay : english, image: "", term: term)
        let now = office.surroundings.now()
        try await office.database.write { transaction in
            try TermReader.requireFree(for: signatory, in: transaction)
            try Signatories.insert(signatory, in: transaction)
            try AuditLog.append(
                AuditEntry(
                    at: now, actor: caller.account, action: "signatory.added", subjectKind: "signatory",
                    subjectID: signatory.id.text, after: "\(name) \(term.told)", requestID: caller.requestID),
                in: transaction)
        }
        return signatory.id
    }

    private static func tidied(_ text: String) -> String {
        String(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(200))
    }
}
