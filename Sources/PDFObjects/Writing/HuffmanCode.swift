/// A prefix code as packed streams have it (RFC 1951, 3.2.2), made from how often each symbol is expected.
///
/// The same weights give the same code on every machine.
struct HuffmanCode: Sendable {
    /// Bits of each symbol's code; 0 for one that has none.
    let lengths: [UInt8]
    /// Each symbol's code, its first bit lowest, as it goes into the stream.
    let codes: [UInt16]

    private static let longest = 15

    /// - Parameter weights: by symbol; 0 for one that never comes.
    init(weights: [Int]) {
        self.init(lengths: Self.lengths(weights))
    }

    init(lengths: [UInt8]) {
        self.lengths = lengths
        var codes = [UInt16](repeating: 0, count: lengths.count)
        var next: UInt16 = 0
        for length in 1...Self.longest {
            next <<= 1
            for symbol in lengths.indices where lengths[symbol] == UInt8(length) {
                codes[symbol] = Self.turned(next, length)
                next += 1
            }
        }
        self.codes = codes
    }

    private static func turned(_ code: UInt16, _ length: Int) -> UInt16 {
        (0..<length).reduce(0) { $0 | (code >> UInt16($1) & 1) << UInt16(length - 1 - $1) }
    }

    /// Huffman's own way: the two lightest become one, over and over.
    ///
    /// Of equal ones the lower symbol comes first.
    private static func lengths(_ weights: [Int]) -> [UInt8] {
        var trees = weights.indices.filter { weights[$0] > 0 }.map { (weight: weights[$0], symbols: [$0]) }
        var lengths = [UInt8](repeating: 0, count: weights.count)
        precondition(!trees.isEmpty, "a code of no symbols")
        if trees.count == 1 { lengths[trees[0].symbols[0]] = 1 }
        while trees.count > 1 {
            trees.sort { ($0.weight, $0.symbols[0]) < ($1.weight, $1.symbols[0]) }
            let (one, other) = (trees[0], trees[1])
            for symbol in one.symbols + other.symbols { lengths[symbol] += 1 }
            trees.replaceSubrange(0..<2, with: [(one.weight + other.weight, one.symbols + other.symbols)])
        }
        precondition(lengths.allSatisfy { $0 <= longest }, "weights too far apart")
        return lengths
    }
}
