/// The codes of a block for short texts of one kind, made once: to make a code for each text takes as long as packing it.
///
/// Every text can be told by them; one of another kind takes more room.
package struct TextCode: Sendable {
    let literals: [BlockCode.Word]
    let distances: [BlockCode.Word]
    /// Behind the three bits that every block begins with: the codes themselves.
    let head: [BlockCode.Word]

    /// - Parameter samples: texts of the kind.
    package init(samples: [[UInt8]]) {
        // Whatever does not come in the samples may come in a text.
        var literals = [Int](repeating: 1, count: DeflateSymbol.count)
        var distances = [Int](repeating: 1, count: DeflateSymbol.distances)
        let tokens = TextTokens()
        for sample in samples {
            tokens.read(sample)
            for token in tokens.all {
                if let letter = TextTokens.letter(of: token) {
                    literals[letter] += Self.weight
                } else {
                    literals[DeflateSymbol(length: TextTokens.length(of: token)).number] += Self.weight
                    distances[DeflateSymbol(distance: TextTokens.distance(of: token)).number] += Self.weight
                }
            }
        }
        let (code, places) = (HuffmanCode(weights: literals), HuffmanCode(weights: distances))
        (self.literals, self.distances) = (code.words, places.words)
        head = HuffmanCode.head(code, places)
    }

    /// How much more often than others what comes in samples is expected.
    private static let weight = 8
}
