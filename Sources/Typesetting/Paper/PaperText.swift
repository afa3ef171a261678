internal import Academy

/// A text of a paper in both languages, with `**words that stand out**`.
struct PaperText: Sendable {
    let malay: FieldText
    let english: FieldText

    func spans(_ values: [String: String], _ language: Language) -> [TextSpan] {
        let text = language == .english ? english : malay
        guard text.source.contains(Self.mark) else {
            let words = text.text(values)
            return words.isEmpty ? [] : [TextSpan(words)]
        }
        // A value's own asterisks are no markup.
        let safe = values.mapValues { $0.replacing("*", with: Self.stand) }
        let parts = Self.parts(text.text(safe))
        return parts.enumerated().compactMap { index, part in
            part.isEmpty ? nil : TextSpan(part.replacing(Self.stand, with: "*"), isStrong: index % 2 == 1)
        }
    }

    /// The text without markup, for headings of the file itself.
    func plain(_ values: [String: String], _ language: Language) -> String {
        spans(values, language).map(\.text).joined()
    }

    static func parts(_ text: String) -> [String] {
        var parts: [String] = []
        var rest = Substring(text)
        while let found = rest.firstRange(of: mark) {
            parts.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        return parts + [String(rest)]
    }

    private static let mark = "**"
    private static let stand = "\u{E000}"
}

/// A stretch of a text that looks the same throughout.
struct TextSpan: Sendable, Hashable {
    var text: String
    var isStrong = false

    init(_ text: String, isStrong: Bool = false) {
        self.text = text
        self.isStrong = isStrong
    }
}
