public import Academy
import Records
import SQL

/// Makes the file of a paper that was given out.
public struct PrintPaper: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Throws: ``Refusal/notFound`` when there is no such paper now, or when it is not the caller's to see;
    ///   ``Refusal/conflict(_:)`` when it was not given out with the facts as they are now, which ``GivePaper`` does.
    public func callAsFunction(
        _ wanted: WantedPaper, in language: Language, by caller: Caller
    ) async throws -> PaperFile {
        let desk = PaperDesk(office, language)
        let (values, name) = try await office.database.read { transaction in
            let words = try wanted.words(for: caller, at: desk, in: transaction)
            let draft = words.draft
            guard let given = try Papers.newest(draft.paper, about: draft.subject, in: transaction),
                given.facts == draft.digest
            else { throw Refusal.conflict(.paperNotGiven) }
            return (words.values(as: given), PaperName.text(words.stem, draft.face.number, draft.face.holder))
        }
        return try await desk.file(values, named: name)
    }
}
