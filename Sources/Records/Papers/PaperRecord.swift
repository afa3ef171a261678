public import Academy
public import Attestation

/// A paper that was given out: a row is added when what it says is new, and never changed.
public struct PaperRecord: Sendable, Hashable {
    public let code: PublicCode
    public let paper: OfficialPaper
    /// Id of the application or the receipt that it is about.
    public let subject: String
    /// From 1; a higher one has taken its place.
    public let edition: Int
    /// Digest of everything that it promises: the same facts are the same paper.
    public let facts: String
    public let face: PaperFace
    public let issuedAt: Instant
    /// Account that asked for it first.
    public let issuedBy: String

    public init(
        code: PublicCode, paper: OfficialPaper, subject: String, edition: Int, facts: String, face: PaperFace,
        issuedAt: Instant, issuedBy: String
    ) {
        self.code = code
        self.paper = paper
        self.subject = subject
        self.edition = edition
        self.facts = facts
        self.face = face
        self.issuedAt = issuedAt
        self.issuedBy = issuedBy
    }
}

/// What anybody with the code is told of a paper, as it was when it was given out.
///
/// Nothing else of a paper is public: no MyKad number, address, plate or amount.
public struct PaperFace: Sendable, Hashable, Codable {
    /// `ST/2026/000123`.
    public let number: String
    public let holder: String
    public let courseMalay: String
    /// Empty when the course has only a Malay title.
    public let courseEnglish: String
    public let datesMalay: String
    public let datesEnglish: String
    /// The date that is printed on it.
    public let datedMalay: String
    public let datedEnglish: String

    public init(
        number: String, holder: String, courseMalay: String, courseEnglish: String, datesMalay: String,
        datesEnglish: String, datedMalay: String, datedEnglish: String
    ) {
        self.number = number
        self.holder = holder
        self.courseMalay = courseMalay
        self.courseEnglish = courseEnglish
        self.datesMalay = datesMalay
        self.datesEnglish = datesEnglish
        self.datedMalay = datedMalay
        self.datedEnglish = datedEnglish
    }
}
