/// A text as the search sees it: words without case, diacritics and apostrophes, each spelling of a name also as its
/// common one.
///
/// *Siti* finds *SITI*, *Saad* finds *Sa’ad*, and *mohd*, *md*, *muhd* and *muhammad* find each other. A MyKad number is
/// searched exactly and never comes here.
public struct SearchText: Sendable, Hashable {
    /// In order, without repetition; a word that has a common spelling is followed by it.
    public let words: [String]

    public init(_ text: String) {
        var words: [String] = []
        // A title has a dozen words: looking through them is quicker than any table.
        for word in Self.folded(text) {
            if !words.contains(word) { words.append(word) }
            let common = Self.common(word)
            if !words.contains(common) { words.append(common) }
        }
        self.words = words
    }

    /// What a table of the database keeps: the words with a space around each.
    public var stored: String { words.isEmpty ? "" : " \(words.joined(separator: " ")) " }

    /// Words of letters and digits only; everything else parts them, save apostrophes, which vanish.
    static func folded(_ text: String) -> [String] {
        text.utf8.allSatisfy { $0 < 0x80 } ? foldedASCII(text) : foldedUnicode(text)
    }

    /// The same as ``foldedUnicode(_:)`` for texts of ASCII alone, which most are.
    private static func foldedASCII(_ text: String) -> [String] {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case 97...122, 48...57: folded.append(byte)
            case 65...90: folded.append(byte | 0x20)
            case 0x27, 0x60: continue
            default: folded.append(0x20)
            }
        }
        return folded.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    }

    static func foldedUnicode(_ text: String) -> [String] {
        var folded = ""
        for scalar in text.lowercased().unicodeScalars {
            // Most are ASCII, of which no table need be asked.
            if (97...122).contains(scalar.value) || (48...57).contains(scalar.value) {
                folded.unicodeScalars.append(scalar)
                continue
            }
            if isMark(scalar) || isApostrophe(scalar) { continue }
            folded += base(scalar) ?? (isWordPart(scalar) ? String(scalar) : " ")
        }
        return folded.split(separator: " ").map(String.init)
    }

    /// The common spelling of a word; most words are their own.
    static func common(_ word: String) -> String {
        // All that have another begin with it.
        word.utf8.first == UInt8(ascii: "m") ? spellings[word] ?? word : word
    }

    private static let spellings: [String: String] = Dictionary(
        uniqueKeysWithValues: ["mohd", "md", "muhd", "mhd", "mohamad", "mohamed", "mohammad", "mohammed", "muhamad"]
            .map { ($0, "muhammad") })

    /// `e` of `é`: Unicode names it “LATIN SMALL LETTER E WITH ACUTE”.
    private static func base(_ scalar: Unicode.Scalar) -> String? {
        guard scalar.value > 0x7F, let name = scalar.properties.name, name.hasPrefix("LATIN SMALL LETTER ") else {
            return nil
        }
        let parts = name.split(separator: " ")
        return parts.count > 4 && parts[4] == "WITH" ? parts[3].lowercased() : nil
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .decimalNumber, .letterNumber, .spacingMark, .nonspacingMark: true
        default: scalar.properties.isAlphabetic
        }
    }

    /// Latin accents and Arabic vowel signs; the vowels of Tamil are letters to its readers, and stay.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0300...0x036F, 0x064B...0x065F, 0x0670: true
        default: false
        }
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x27, 0x60, 0xB4, 0x02BC, 0x02BE, 0x02BF, 0x2018, 0x2019, 0x201B: true
        default: false
        }
    }
}

/// What somebody typed into a search box.
public struct SearchQuery: Sendable, Hashable {
    /// One for each word that was typed; it is found where a word begins with one of its forms.
    public let words: [Word]

    public init(_ text: String) {
        words = SearchText.folded(text).map { word in
            let common = SearchText.common(word)
            return Word(begins: word, isExactly: common == word ? nil : common)
        }
    }

    /// Nothing that could be searched for; everything matches.
    public var isEmpty: Bool { words.isEmpty }

    /// Every word of the query is found; their order does not matter.
    public func matches(_ text: SearchText) -> Bool {
        words.allSatisfy { word in
            text.words.contains { Self.begins($0, with: word.begins) || $0 == word.isExactly }
        }
    }

    /// As `hasPrefix`, which looks for other ways to write the same letters; ASCII has none.
    private static func begins(_ text: String, with beginning: String) -> Bool {
        if text.utf8.starts(with: beginning.utf8) { return true }
        return !beginning.utf8.allSatisfy { $0 < 0x80 } && text.hasPrefix(beginning)
    }

    /// One word of a query.
    public struct Word: Sendable, Hashable {
        /// The word itself: a word that begins with it is found.
        public let begins: String
        /// Its common spelling, where it has one: only the whole word is found, since `md` is not the beginning of it.
        public let isExactly: String?
    }
}
