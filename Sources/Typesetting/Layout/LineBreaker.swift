internal import Academy

/// The places where a text may be broken, and the best way to break it into a number of lines.
struct LineBreaker {
    /// Pieces that are never broken, in reading order.
    let pieces: [Piece]

    struct Piece {
        var text: String
        /// A space stands before it when it continues a line.
        var spaced: Bool
        /// How unwelcome a line that begins with it is: 0 is fine, 1 is not wanted, nil forbids it.
        var cost: Double?
    }

    /// Breaks between words; a short function word is not left at the end of a line if that is easily had otherwise.
    init(balanced text: String) {
        var pieces: [Piece] = []
        for word in text.split(separator: " ") {
            let last = pieces.last?.text.lowercased()
            let cost = last.map(Self.leaning.contains) == true ? 0.25 : 0.0
            let parts = Self.parts(of: word)
            for (index, part) in parts.enumerated() {
                pieces.append(Piece(text: part, spaced: index == 0 && !pieces.isEmpty, cost: index == 0 ? cost : 0))
            }
        }
        self.pieces = pieces
    }

    /// Breaks as a person's name may be broken: before a particle if possible, never after one.
    /// - Parameter preferredOnly: only the breaks before particles.
    init(name text: String, preferredOnly: Bool) {
        guard let name = try? PersonName(parsing: text), !text.unicodeScalars.contains(where: Self.isIdeograph) else {
            self.init(balanced: text)
            return
        }
        let breaks = Dictionary(name.lineBreaks.map { ($0.afterWord, $0.isPreferred) }) { first, _ in first }
        self.init(
            pieces: name.words.enumerated().map { index, word in
                let cost: Double? =
                    switch breaks[index - 1] {
                    case true?: 0
                    case false?: preferredOnly ? nil : 0.1
                    case nil: nil
                    }
                return Piece(text: String(word), spaced: index > 0, cost: cost)
            })
    }

    private init(pieces: [Piece]) { self.pieces = pieces }

    /// The lines, about equally long, or nil when there are too few places to break at.
    /// - Parameter width: of a piece, in any unit.
    func lines<Failure: Error>(
        _ count: Int, width: (String) throws(Failure) -> Double
    ) throws(Failure) -> [String]? {
        guard count <= pieces.count, count > 0 else { return nil }
        let space = 0.25
        var widths: [Double] = []
        for piece in pieces { widths.append(try width(piece.text) + (piece.spaced ? space : 0)) }
        let ideal = widths.reduce(0, +) / Double(count)
        guard let starts = Self.bestStarts(widths, pieces.map(\.cost), count, ideal) else { return nil }
        return (0..<count).map { line in
            let end = line + 1 < count ? starts[line + 1] : pieces.count
            return text(from: starts[line], to: end)
        }
    }

    private func text(from start: Int, to end: Int) -> String {
        pieces[start..<end].enumerated().map { ($0 > 0 && $1.spaced ? " " : "") + $1.text }.joined()
    }

    /// Words after which a line is better not ended: `Latihan Tempatan dan | Antarabangsa`.
    private static let leaning: Set<String> = [
        "a", "an", "and", "at", "bagi", "by", "dalam", "dan", "dari", "daripada", "di", "for", "in", "ke", "kepada",
        "of", "oleh", "on", "pada", "the", "to", "untuk", "with", "yang", "&", "–",
    ]

    /// A word as it is, but Chinese text character by character, punctuation staying with what it follows.
    static func parts(of word: Substring) -> [String] {
        guard word.unicodeScalars.contains(where: isIdeograph) else { return [String(word)] }
        var parts: [String] = []
        for character in word {
            let own = character.unicodeScalars.contains(where: isIdeograph)
            let previousOpens = parts.last?.last.map { "（「『《〈(".contains($0) } ?? false
            if let last = parts.indices.last, !own || previousOpens {
                parts[last].append(character)
            } else {
                parts.append(String(character))
            }
        }
        return parts
    }

    private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isIdeographic
    }
}

extension LineBreaker {
    /// Dynamic programming over the starts of lines: the least sum of squared distances from the ideal length.
    private static func bestStarts(_ widths: [Double], _ costs: [Double?], _ count: Int, _ ideal: Double) -> [Int]? {
        let sums = widths.reduce(into: [0.0]) { $0.append(($0.last ?? 0) + $1) }
        // best[line][end]: the least cost of `line + 1` lines that end before `end`, and where the last one starts.
        var best: [[(cost: Double, start: Int)?]] = []
        for line in 0..<count {
            var row = [(cost: Double, start: Int)?](repeating: nil, count: widths.count + 1)
            for end in (line + 1)...widths.count {
                for start in line..<end where line > 0 || start == 0 {
                    guard let before = line == 0 ? 0 : best[line - 1][start]?.cost,
                        let price = start == 0 ? 0 : costs[start]
                    else { continue }
                    let excess = (sums[end] - sums[start] - ideal) / max(ideal, 0.001)
                    let cost = before + excess * excess + price
                    if cost < row[end]?.cost ?? .infinity { row[end] = (cost, start) }
                }
            }
            best.append(row)
        }
        var starts: [Int] = []
        var end = widths.count
        for line in (0..<count).reversed() {
            guard let found = best[line][end] else { return nil }
            starts.insert(found.start, at: 0)
            end = found.start
        }
        return starts
    }
}
