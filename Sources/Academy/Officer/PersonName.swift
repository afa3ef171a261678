/// A person's name as the MyKad has it: one text, never split into parts, never re-cased.
public struct PersonName: Sendable, Hashable {
    public let text: String

    /// Longest accepted name, in letters as people count them (grapheme clusters).
    ///
    /// The longest recorded Malaysian name has 63 without its patronym; this leaves room for two such.
    public static let longest = 160

    /// Trims the ends and folds runs of white space into one space; everything else stays as it was typed.
    public init(parsing text: String) throws(Problem) {
        if Self.isPlain(text) {
            self.text = text
            return
        }
        if let bad = text.unicodeScalars.first(where: Self.isForbidden) { throw .forbiddenCharacter(bad.value) }
        let words = text.split(whereSeparator: \.isWhitespace)
        guard !words.isEmpty else { throw .empty }
        let name = words.joined(separator: " ")
        guard name.count <= Self.longest, name.utf8.count <= Self.longest * 8 else { throw .tooLong(name.count) }
        self.text = name
    }

    /// Printable ASCII with single spaces inside: a name as it is, such as nearly every one that was read before.
    private static func isPlain(_ text: String) -> Bool {
        let space = UInt8(ascii: " ")
        var last = space
        for byte in text.utf8 {
            guard byte >= space, byte < 0x7F, byte != space || last != space else { return false }
            last = byte
        }
        return last != space && text.utf8.count <= longest
    }

    public var words: [Substring] { text.split(separator: " ") }

    /// Where a line may end, in reading order.
    ///
    /// A particle (`bin`, `a/l`, `@` …) is never parted from the word after it; a break before a particle is preferred.
    public var lineBreaks: [LineBreak] {
        let words = words
        return words.indices.dropLast().compactMap { index in
            if Self.isParticle(words[index]) { return nil }
            return LineBreak(afterWord: index, isPreferred: Self.isParticle(words[index + 1]))
        }
    }

    /// The lines that come of ending them after the given words.
    public func lines(endingAfter breaks: [Int]) -> [String] {
        let words = words
        var lines: [String] = []
        var start = 0
        for end in breaks.sorted() + [words.count - 1] where end >= start && end < words.count {
            lines.append(words[start...end].joined(separator: " "))
            start = end + 1
        }
        return lines
    }

    /// Patronymic particles and the alias sign, in any case, with or without a final dot.
    public static func isParticle(_ word: some StringProtocol) -> Bool {
        let folded = word.lowercased()
        return particles.contains(folded.hasSuffix(".") ? String(folded.dropLast()) : folded)
    }

    private static let particles: Set<String> = [
        "bin", "binti", "bt", "bte", "b", "a/l", "a/p", "s/o", "d/o", "anak", "ak", "@",
    ]

    /// Control characters and marks that could turn or hide text; joiners stay, Tamil and Jawi need them.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isWhitespace { return false }
        return switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFFC...0xFFFF:
            true
        default: false
        }
    }
}

extension PersonName {
    /// A place where a line of the name may end.
    public struct LineBreak: Sendable, Hashable {
        /// Index into ``PersonName/words`` of the last word of the line.
        public let afterWord: Int
        /// The next line begins with a particle.
        public let isPreferred: Bool
    }

    /// Why a text is not a name.
    public enum Problem: Error, Sendable, Hashable {
        case empty
        case tooLong(Int)
        case forbiddenCharacter(UInt32)
    }
}

extension PersonName: CustomStringConvertible {
    public var description: String { text }
}

extension PersonName.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty: "a name needs at least one letter"
        case .tooLong(let count): "a name has at most \(PersonName.longest) letters, this has \(count)"
        case .forbiddenCharacter(let value):
            "a name has no control or invisible characters; remove U+\(String(value, radix: 16, uppercase: true))"
        }
    }
}
