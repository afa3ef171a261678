public import Academy

/// What is to be told to one reader: which letter, in which language, with which values.
public struct LetterDraft: Sendable, Hashable {
    public let kind: LetterKind
    public let language: Language
    /// On one line each, without control characters, so that none can add a line to a header.
    public let values: [String: String]

    /// Takes a letter as the outbox keeps it.
    ///
    /// Values that the kind does not know are left out: they do no harm to a letter that somebody waits for.
    public init(kind code: String, language: Language, values: [String: String]) throws(LetterError) {
        guard let kind = LetterKind(rawValue: code) else { throw .unknownKind(code) }
        let known = kind.required.union(kind.optional)
        let clean = values.filter { known.contains($0.key) }.mapValues(OneLine.of)
        let missing = kind.required.filter { clean[$0, default: ""].isEmpty }
        guard missing.isEmpty else { throw .missing(kind, missing.sorted()) }
        guard Self.isLink(clean["link", default: ""]) else { throw .badLink(kind) }
        self.kind = kind
        self.language = language
        self.values = clean
    }

    /// The values as they may be kept and shown once the letter is settled.
    public static func withoutSecrets(_ values: [String: String], of code: String) -> [String: String] {
        guard let secrets = LetterKind(rawValue: code)?.secrets else { return values }
        return values.filter { !secrets.contains($0.key) }
    }

    private static func isLink(_ text: String) -> Bool {
        (text.hasPrefix("https://") || text.hasPrefix("http://")) && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
            && !text.contains { "\"<>\\^`{|}".contains($0) }
    }
}

/// Why a letter cannot be written.
///
/// None of these is mended by trying again.
public enum LetterError: Error, Sendable, Hashable {
    case unknownKind(String)
    case missing(LetterKind, [String])
    case badLink(LetterKind)
    case badAddress(String)
}

extension LetterError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownKind(let code): "there is no letter “\(code)”"
        case .missing(let kind, let names): "letter \(kind.rawValue) lacks \(names.joined(separator: ", "))"
        case .badLink(let kind): "the link of letter \(kind.rawValue) is not an http address"
        case .badAddress(let text): "“\(text)” is not an e-mail address like nama@jabatan.gov.my"
        }
    }
}

/// Text that stays on its line.
enum OneLine {
    /// Runs of white space and control characters become one space; none is left at the ends.
    static func of(_ text: String) -> String {
        text.unicodeScalars.split { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
            default: scalar.properties.isWhitespace && scalar != "\u{A0}"
            }
        }.map { String($0) }.joined(separator: " ")
    }
}
