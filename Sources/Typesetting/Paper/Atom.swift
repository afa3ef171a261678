internal import Academy

/// What of a running text is never parted: a word, a particle with the name after it, one Chinese character.
struct Atom {
    /// Side by side; a space between them stands in the text.
    var pieces: [TextSpan]
    /// A space stands before it, unless it begins a line.
    var isSpaced: Bool
    /// A name is best broken before it.
    var beginsWithParticle: Bool
    fileprivate var lastWord: String

    /// The atoms of a text in reading order.
    static func atoms(of spans: [TextSpan]) -> [Atom] {
        var atoms: [Atom] = []
        for word in words(of: spans) {
            if word.isSpaced, let last = atoms.last, PersonName.isParticle(last.lastWord) {
                atoms[atoms.count - 1].append(word)
            } else {
                atoms += word.split
            }
        }
        return atoms
    }

    private static func words(of spans: [TextSpan]) -> [Atom] {
        var words: [Atom] = []
        var isOpen = false
        for span in spans {
            for (index, part) in span.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { isOpen = false }
                guard !part.isEmpty else { continue }
                let piece = TextSpan(String(part), isStrong: span.isStrong)
                if isOpen {
                    words[words.count - 1].pieces.append(piece)
                    words[words.count - 1].lastWord += part
                } else {
                    words.append(Atom(piece, isSpaced: !words.isEmpty))
                }
                isOpen = true
            }
        }
        return words
    }

    private init(_ piece: TextSpan, isSpaced: Bool) {
        pieces = [piece]
        self.isSpaced = isSpaced
        beginsWithParticle = PersonName.isParticle(piece.text)
        lastWord = piece.text
    }

    /// The word, or its characters where it is Chinese.
    private var split: [Atom] {
        guard pieces.count == 1 else { return [self] }
        return LineBreaker.parts(of: Substring(pieces[0].text)).enumerated().map { index, part in
            Atom(TextSpan(part, isStrong: pieces[0].isStrong), isSpaced: isSpaced && index == 0)
        }
    }

    private mutating func append(_ word: Atom) {
        for (index, piece) in word.pieces.enumerated() {
            let text = (index == 0 ? " " : "") + piece.text
            if let last = pieces.last, last.isStrong == piece.isStrong {
                pieces[pieces.count - 1].text += text
            } else {
                pieces.append(TextSpan(text, isStrong: piece.isStrong))
            }
        }
        lastWord = word.lastWord
    }

    /// Its letters one by one: the last resort for a word that is wider than its column.
    var letters: [Atom] {
        pieces.flatMap { piece in piece.text.map { TextSpan(String($0), isStrong: piece.isStrong) } }
            .enumerated().map { Atom($1, isSpaced: isSpaced && $0 == 0) }
    }
}
