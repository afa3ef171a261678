/// What turns a tagged PDF into one that is kept for thirty years (PDF/A-3a, ISO 19005-3) and that everybody can have
/// read to them (PDF/UA-1, ISO 14289-1).
public struct Finishing: Sendable, Hashable {
    public var title: String
    public var author: String
    public var subject: String
    /// The program that composed it.
    public var creator: String
    /// Of its text, as BCP 47 has it: `ms-MY`.
    public var language: String
    /// RFC 3339, UTC, to the second: `2026-05-26T04:00:00Z`; when the document was issued, not when it was drawn.
    public var date: String
    /// What each figure shows, in reading order; exactly one for each.
    public var figures: [String]
    /// What each link leads to, in the order of the pages; exactly one for each.
    public var links: [String]
    /// Of each paragraph and heading, in reading order; nil where it is the document's own.
    public var languages: [String?]
    public var attachments: [Attachment]

    /// A file that goes with the document.
    public struct Attachment: Sendable, Hashable {
        /// ASCII, with its ending.
        public let name: String
        public let description: String
        /// `application/json`.
        public let mediaType: String
        public let relationship: Relationship
        public let content: [UInt8]

        public init(
            name: String, description: String, mediaType: String, relationship: Relationship, content: [UInt8]
        ) {
            self.name = name
            self.description = description
            self.mediaType = mediaType
            self.relationship = relationship
            self.content = content
        }

        /// ISO 19005-3, 6.8: what the file is to the document.
        public enum Relationship: String, Sendable, Hashable { case data = "Data", supplement = "Supplement" }
    }

    public init(
        title: String, author: String, subject: String, creator: String, language: String, date: String,
        figures: [String], links: [String], languages: [String?], attachments: [Attachment] = []
    ) {
        self.title = title
        self.author = author
        self.subject = subject
        self.creator = creator
        self.language = language
        self.date = date
        self.figures = figures
        self.links = links
        self.languages = languages
        self.attachments = attachments
    }

    /// `D:20260526040000Z`.
    package var pdfDate: String { PDFDate.text(date) }
}

extension PDFDocument {
    /// The same document with everything that the two standards want and Cairo leaves out.
    /// - Throws: ``PDFProblem``, also when figures, links or paragraphs are not as many as what is said of them.
    public func finished(_ finishing: Finishing) throws(PDFProblem) -> PDFDocument {
        var document = self
        try document.markArtifacts()
        try document.describeFigures(finishing.figures)
        try document.nameLanguages(finishing.languages)
        document.nameHeadCells()
        try document.completePages(links: finishing.links)
        document.completeFonts()
        try document.completeCatalog(finishing)
        return document
    }
}
