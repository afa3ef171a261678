public import Academy
import Records
import SQL

/// Which papers of one application somebody can have.
public struct ApplicationPapers: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// In the order of the workflow: what may be given out, and for auditors what was given out and stands.
    /// - Throws: ``Refusal/notFound`` when the application is not the caller's to see.
    public func callAsFunction(_ id: Application.ID, by caller: Caller) async throws -> [OfficialPaper] {
        let desk = PaperDesk(office, .malay)
        return try await office.database.read { transaction in
            guard let file = try ApplicationFile(id, in: transaction), try file.isSeen(by: caller, in: transaction)
            else { throw Refusal.notFound }
            let drafts = [
                try OfferLetterWords(file, at: desk, in: transaction)?.draft,
                try AttendanceSlipWords(file, at: desk, in: transaction)?.draft,
            ].compactMap(\.self)
            return try drafts.filter { draft in
                if Permission.givePaper(about: draft.officer, by: caller) { return true }
                return try Papers.newest(draft.paper, about: draft.subject, in: transaction)?.facts == draft.digest
            }.map(\.paper)
        }
    }
}
