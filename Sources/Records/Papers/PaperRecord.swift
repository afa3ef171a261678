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
