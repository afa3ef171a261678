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
    /// Nil unless it stands: of one that does not, nobody needs to know more.
    public let face: Face?

    /// What is printed on it, to be compared.
    public struct Face: Sendable, Hashable {
        public let holder: String
        public let courseMalay: String
        public let courseEnglish: String
        /// Empty on a paper that says no dates of its course.
        public let datesMalay: String
        public let datesEnglish: String
        public let datedMalay: String
        public let datedEnglish: String
        /// When it was given out.
        public let issuedAt: Instant
    }

    /// Holds the paper against the records as they stand.
    init(_ given: PaperRecord, at desk: PaperDesk, in transaction: borrowing Transaction) throws {
        let draft = try given.wordsNow(at: desk, in: transaction)?.draft
        let newest = try Papers.newest(given.paper, about: given.subject, in: transaction)
        standing = PaperStanding(
            isDue: draft != nil, saysTheSame: draft?.digest == given.facts, isNewest: newest?.code == given.code)
        paper = given.paper
        code = given.code
        number = given.face.number
        face = standing == .valid ? Face(given) : nil
    }

    public var verdict: CheckVerdict {
        switch standing {
        case .valid: .valid
        case .superseded: .superseded
        case .withdrawn: .revoked
        }
    }
}

extension CheckedPaper.Face {
    fileprivate init(_ given: PaperRecord) {
        let face = given.face
        self.init(
            holder: face.holder, courseMalay: face.courseMalay, courseEnglish: face.courseEnglish,
            datesMalay: face.datesMalay, datesEnglish: face.datesEnglish, datedMalay: face.datedMalay,
            datedEnglish: face.datedEnglish, issuedAt: given.issuedAt)
    }
}
