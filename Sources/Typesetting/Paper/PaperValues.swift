public import Academy
public import Attestation

/// What is printed on one paper: everything in words already, in the language of the paper.
public struct PaperValues: Sendable, Hashable {
    public let kind: PaperKind
    public let language: Language
    /// The only time that the file tells: RFC 3339, so that the same values make the same bytes.
    public let created: String
    public var fields: [String: String]
    /// Rows of tables by the list's name.
    public var lists: [String: [Row]]
    /// Repeated columns by name.
    public var columns: [String: [[String: String]]]
    /// Where it can be checked; nil on a paper that has no code.
    public var link: VerificationLink?

    /// One row of a table.
    public struct Row: Sendable, Hashable {
        public var fields: [String: String]
        /// What stands in each repeated column, `{{cell}}` in templates.
        public var cells: [String]

        public init(_ fields: [String: String], cells: [String] = []) {
            self.fields = fields
            self.cells = cells
        }
    }

    public init(
        _ kind: PaperKind, language: Language, created: String, fields: [String: String],
        lists: [String: [Row]] = [:], columns: [String: [[String: String]]] = [:], link: VerificationLink? = nil
    ) {
        self.kind = kind
        self.language = language
        self.created = created
        self.fields = fields
        self.lists = lists
        self.columns = columns
        self.link = link
    }

    func has(_ field: String) -> Bool { !fields[field, default: ""].isEmpty }
}
