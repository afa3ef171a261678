/// Prefix codes as packed streams have them (RFC 1951, 3.2.2), made from how often each symbol comes: one after the
/// other, in memory that is taken once.
///
/// The same weights give the same code on every machine.
final class TokenCode {
    /// How many symbols there may be.
    private let count: Int
    private let longest: Int
    /// How often each symbol comes; after ``make()``, 0 still for one that has no code.
    let weights: UnsafeMutableBufferPointer<UInt32>
    /// Each symbol's code, as it goes into the stream.
    let words: UnsafeMutableBufferPointer<BlockCode.Word>
    /// Symbols that come, by weight, which stands above them.
    private let leaves: UnsafeMutableBufferPointer<UInt32>
    /// Weights of leaves, and behind them of what they are put together to.
    private let nodes: UnsafeMutableBufferPointer<UInt32>
    /// Where the next symbol of each kind goes as they are sorted.
    private let ends: UnsafeMutableBufferPointer<UInt16>
    /// Which node each is part of; once all are, how deep it lies.
    private let parents: UnsafeMutableBufferPointer<UInt16>

    /// - Parameter longest: bits that a code may have, at most 15.
    init(count: Int, longest: Int = 15) {
        self.count = count
        self.longest = longest
        weights = .allocate(capacity: count)
        words = .allocate(capacity: count)
        leaves = .allocate(capacity: count)
        nodes = .allocate(capacity: 2 * count)
        parents = .allocate(capacity: 2 * count)
        ends = .allocate(capacity: 129)
        words.initialize(repeating: .init(bits: 0, count: 0))
        leaves.initialize(repeating: 0)
        nodes.initialize(repeating: 0)
        parents.initialize(repeating: 0)
        ends.initialize(repeating: 0)
        weights.initialize(repeating: 0)
    }

    deinit {
        weights.deallocate()
        words.deallocate()
        leaves.deallocate()
        nodes.deallocate()
        parents.deallocate()
        ends.deallocate()
    }

    func clear() { weights.update(repeating: 0) }

    /// Symbols up to the last one that has a code.
    var kept: Int { (weights.lastIndex { $0 > 0 } ?? -1) + 1 }

    /// Makes the words.
    /// - Precondition: at least one symbol comes.
    func make() {
        var found = sort()
        while !setDepths(found) {
            // Flatter, at little cost.
            for symbol in 0..<count where weights[symbol] > 1 { weights[symbol] = (weights[symbol] + 1) / 2 }
            found = sort()
        }
        setWords(found)
    }

    /// The symbols that come, lightest first, of equal ones the lower first: by the lower seven bits of their weights, then
    /// by those above.
    ///
    /// Comparing weights would take three times as long: nothing tells how a comparison ends.
    /// - Returns: how many there are.
    private func sort() -> Int {
        var found = 0
        var heaviest: UInt32 = 0
        for symbol in 0..<count {
            // Overwritten by the next where it does not come.
            leaves[found] = weights[symbol] << 9 | UInt32(symbol)
            found += weights[symbol] > 0 ? 1 : 0
            heaviest = max(heaviest, weights[symbol])
        }
        precondition(found > 0, "a code of no symbols")
        for shift: UInt32 in stride(from: 0, to: 32 - UInt32(heaviest.leadingZeroBitCount), by: 7) {
            sort(found, by: shift + 9)
        }
        return found
    }

    private func sort(_ found: Int, by shift: UInt32) {
        ends.update(repeating: 0)
        for place in 0..<found { ends[Int(leaves[place] &>> shift & 127) + 1] += 1 }
        for kind in 1..<128 { ends[kind] += ends[kind - 1] }
        for place in 0..<found {
            let kind = Int(leaves[place] &>> shift & 127)
            nodes[Int(ends[kind])] = leaves[place]
            ends[kind] += 1
        }
        for place in 0..<found { leaves[place] = nodes[place] }
    }

    private func symbol(_ place: Int) -> Int { Int(leaves[place] & 0x1FF) }

    /// Huffman's own way: the two lightest become one, over and over.
    /// - Returns: false when one lies too deep.
    private func setDepths(_ found: Int) -> Bool {
        guard found > 1 else {
            parents[0] = 1
            return true
        }
        for place in 0..<found { nodes[place] = leaves[place] >> 9 }
        var (leaf, tree) = (0, found)
        for next in found..<2 * found - 1 {
            var weight: UInt32 = 0
            for _ in 0..<2 {
                let isLeaf = leaf < found && (tree >= next || nodes[leaf] <= nodes[tree])
                let taken = isLeaf ? leaf : tree
                if isLeaf { leaf += 1 } else { tree += 1 }
                weight += nodes[taken]
                parents[taken] = UInt16(next)
            }
            nodes[next] = weight
        }
        let root = 2 * found - 2
        parents[root] = 0
        for node in (0..<root).reversed() { parents[node] = parents[Int(parents[node])] + 1 }
        // The lightest lie deepest.
        return Int(parents[0]) <= longest
    }

    private func setWords(_ found: Int) {
        words.update(repeating: .init(bits: 0, count: 0))
        var next: InlineArray<17, UInt32> = .init(repeating: 0)
        for place in 0..<found {
            let depth = parents[place]
            words[symbol(place)] = .init(bits: 0, count: UInt8(depth))
            next[Int(depth) + 1] += 1
        }
        for length in 1..<17 { next[length] = (next[length - 1] + next[length]) << 1 }
        for symbol in 0..<count where weights[symbol] > 0 {
            let length = words[symbol].count
            let code = next[Int(length)]
            next[Int(length)] += 1
            words[symbol] = .init(bits: UInt32(Self.turned(UInt16(code)) >> (16 - UInt16(length))), count: length)
        }
    }

    /// The last bit first.
    private static func turned(_ code: UInt16) -> UInt16 {
        var code = code.byteSwapped
        code = code >> 4 & 0x0F0F | (code & 0x0F0F) << 4
        code = code >> 2 & 0x3333 | (code & 0x3333) << 2
        return code >> 1 & 0x5555 | (code & 0x5555) << 1
    }
}
