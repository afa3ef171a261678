import Academy
import Attestation
import Records
import SQL

/// Gives a paper out: from then on the academy answers for its code.
///
/// Asking again with the same facts changes nothing; with other facts a new paper takes the place of the one before.
/// Whoever may see a paper may have it given out, and the audit says who did; but auditors change nothing, and get what
/// was given out before.
public struct GivePaper: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Throws: ``Refusal/notFound`` when there is no such paper, or when it is not the caller's to see;
    ///   ``Refusal/forbidden`` for an auditor, unless it was given out before.
    public func callAsFunction(_ wanted: WantedPaper, by caller: Caller) async throws {
        // Its language is that of the file that is made afterwards; facts have none.
        let desk = PaperDesk(office, .malay)
        try await office.database.write { transaction in
            let draft = try wanted.words(for: caller, at: desk, in: transaction).draft
            let newest = try Papers.newest(draft.paper, about: draft.subject, in: transaction)
            if newest?.facts == draft.digest { return }
            guard Permission.givePaper(about: draft.officer, by: caller) else { throw Refusal.forbidden }
            let given = PaperRecord(
                code: PublicCode(random: try office.surroundings.random(10)), paper: draft.paper,
                subject: draft.subject, edition: (newest?.edition ?? 0) + 1, facts: draft.digest, face: draft.face,
                issuedAt: desk.now, issuedBy: caller.account)
            try Papers.insert(given, in: transaction)
            try AuditLog.append(
                Self.entry(given, of: draft.officer, instead: newest, by: caller), in: transaction)
        }
    }

    private static func entry(
        _ given: PaperRecord, of officer: Officer.ID, instead before: PaperRecord?, by caller: Caller
    ) -> AuditEntry {
        AuditEntry(
            at: given.issuedAt, actor: caller.account, onBehalfOf: caller.officer == officer ? "" : officer.text,
            action: "paper.given", subjectKind: given.paper.subjectKind, subjectID: given.subject,
            before: before.map { "\($0.face.number) \($0.code.grouped)" } ?? "",
            after: "\(given.face.number) \(given.code.grouped)", requestID: caller.requestID)
    }
}

extension Permission {
    /// Of those who may see a paper: all but who sees it as an auditor alone.
    static func givePaper(about officer: Officer.ID, by caller: Caller) -> Bool {
        caller.officer == officer || !caller.has(.auditor) || !caller.roles.isSubset(of: [.officer, .auditor])
    }
}

extension OfficialPaper {
    /// Kind of the audit's subject that it is about.
    fileprivate var subjectKind: String {
        switch self {
        case .offerLetter, .attendanceSlip: "application"
        case .receiptSlip: "receipt"
        }
    }
}
