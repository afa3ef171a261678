/// A prefix code as packed streams have it (RFC 1951, 3.2.2), made from how often each symbol is expected.
///
/// The same weights give the same code on every machine.
struct HuffmanCode: Sendable {
    /// By symbol; without bits for one that has no code.
    let words: [BlockCode.Word]

    /// - Parameters:
    ///   - weights: by symbol; 0 for one that never comes.
    ///   - longest: bits that a code may have.
    init(weights: [Int], longest: Int = 15) {
        var leaves = weights.enumerated().filter { $0.element > 0 }.map { (weight: $0.element, symbol: $0.offset) }
        precondition(!leaves.isEmpty, "a code of no symbols")
        var depths: [Int] = []
        repeat {
            // Flatter from one time to the next, at little cost.
            if !depths.isEmpty { leaves = leaves.map { (($0.weight + 1) / 2, $0.symbol) } }
            leaves.sort { ($0.weight, $0.symbol) < ($1.weight, $1.symbol) }
            depths = Self.depths(of: leaves.map(\.weight))
        } while depths.contains { $0 > longest }
        var lengths = [Int](repeating: 0, count: weights.count)
        for (leaf, depth) in zip(leaves, depths) { lengths[leaf.symbol] = depth }
        self.init(lengths: lengths)
    }

    private init(lengths: [Int]) {
        var words = [BlockCode.Word](repeating: .init(bits: 0, count: 0), count: lengths.count)
        var next: UInt32 = 0
        for length in 1...15 {
            next <<= 1
            for symbol in lengths.indices where lengths[symbol] == length {
                words[symbol] = .init(bits: Self.turned(next, length), count: UInt8(length))
                next += 1
            }
        }
        self.words = words
    }

    /// Its first bit lowest, as it goes into the stream.
    private static func turned(_ code: UInt32, _ length: Int) -> UInt32 {
        (0..<length).reduce(0) { $0 | (code >> UInt32($1) & 1) << UInt32(length - 1 - $1) }
    }

    /// Huffman's own way: the two lightest become one, over and over.
    /// - Parameter leaves: their weights, the lightest first.
    private static func depths(of leaves: [Int]) -> [Int] {
        let count = leaves.count
        guard count > 1 else { return [1] }
        // Leaves, and behind them what they are put together to, which gets no lighter from one to the next.
        var weights = leaves
        var parents = [Int](repeating: 0, count: 2 * count - 1)
        var (leaf, tree) = (0, count)
        for next in count..<2 * count - 1 {
            var weight = 0
            for _ in 0..<2 {
                let isLeaf = leaf < count && (tree >= next || weights[leaf] <= weights[tree])
                let taken = isLeaf ? leaf : tree
                if isLeaf { leaf += 1 } else { tree += 1 }
                weight += weights[taken]
                parents[taken] = next
            }
            weights.append(weight)
        }
        var depths = [Int](repeating: 0, count: 2 * count - 1)
        for node in (0..<2 * count - 2).reversed() { depths[node] = depths[parents[node]] + 1 }
        return Array(depths[..<count])
    }
}

extension HuffmanCode {
    /// The order in which the lengths of the lengths' own code stand.
    private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    /// What tells a reader two codes (RFC 1951, 3.2.7): the length of each symbol's word, in a code of their own.
    static func head(_ literals: HuffmanCode, _ distances: HuffmanCode) -> [BlockCode.Word] {
        let (literals, distances) = (literals.told, distances.told)
        let told = runs(literals + distances)
        var weights = [Int](repeating: 0, count: order.count)
        for run in told { weights[run.symbol] += 1 }
        let code = HuffmanCode(weights: weights, longest: 7)
        let count = max((order.lastIndex { code.words[$0].count > 0 } ?? 3) + 1, 4)
        let counts = [(literals.count - 257, 5), (distances.count - 1, 5), (count - 4, 4)]
        return joined(
            counts.map { .init(bits: UInt32($0.0), count: UInt8($0.1)) }
                + order[..<count].map { .init(bits: UInt32(code.words[$0].count), count: 3) }
                + told.flatMap { [code.words[$0.symbol], $0.extra] })
    }

    /// The same bits in fewer words.
    private static func joined(_ words: [BlockCode.Word]) -> [BlockCode.Word] {
        words.reduce(into: []) { joined, word in
            if let last = joined.last, last.count + word.count <= 32 {
                joined[joined.count - 1] = last.followed(by: word)
            } else {
                joined.append(word)
            }
        }
    }

    /// Lengths of the words, to the last that there is.
    private var told: [UInt8] {
        let kept = (words.lastIndex { $0.count > 0 } ?? -1) + 1
        return words[..<kept].map(\.count)
    }

    /// Lengths as they are told: many equal ones as one symbol, with bits that say how many.
    private static func runs(_ lengths: [UInt8]) -> [(symbol: Int, extra: BlockCode.Word)] {
        var runs: [(symbol: Int, extra: BlockCode.Word)] = []
        var place = 0
        while place < lengths.count {
            let rest = lengths[place...]
            let same = rest.prefix { $0 == lengths[place] }.count
            let again = place > 0 && lengths[place - 1] == lengths[place] ? same : 0
            let (symbol, least, most, bits) =
                switch (lengths[place], same, again) {
                case (0, 11..., _): (18, 11, 138, 7)
                case (0, 3..., _): (17, 3, 10, 3)
                case (1..., _, 3...): (16, 3, 6, 2)
                default: (Int(lengths[place]), 1, 1, 0)
                }
            let count = min(same, most)
            runs.append((symbol, .init(bits: UInt32(count - least), count: UInt8(bits))))
            place += count
        }
        return runs
    }
}
