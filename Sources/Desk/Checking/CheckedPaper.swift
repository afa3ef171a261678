public import Academy
public import Attestation
import Records
import SQL

/// The public side of a letter or slip that was given out.
public struct CheckedPaper: Sendable, Hashable {
    public let standing: PaperStanding
    public let paper: OfficialPaper
    public let code: PublicCode
    /// `ST/2026/000123`.
    public let number: String
    /// What is printed on it, to be compared; nil unless it stands: of one that does not, nobody needs to know more.
    public let face: PaperFace?
    /// When it was given out; nil unless it stands.
    public let issuedAt: Instant?

    /// Holds the paper against the records as they stand.
    init(_ given: PaperRecord, at desk: PaperDesk, in transaction: borrowing Transaction) throws {
        let draft = try given.wordsNow(at: desk, in: transaction)?.draft
        let newest = try Papers.newest(given.paper, about: given.subject, in: transaction)
        standing = PaperStanding(
            isDue: draft != nil, saysTheSame: draft?.digest == given.facts, isNewest: newest?.code == given.code)
        paper = given.paper
        code = given.code
        number = given.face.number
        face = standing == .valid ? given.face : nil
        issuedAt = standing == .valid ? given.issuedAt : nil
    }

    public var verdict: CheckVerdict { standing.verdict }
}

extension PaperStanding {
    /// The same in the words that certificates have.
    public var verdict: CheckVerdict {
        switch self {
        case .valid: .valid
        case .superseded: .superseded
        case .withdrawn: .revoked
        }
    }
}
