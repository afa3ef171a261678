/// The codes of a block of a packed stream, with the words that tell a reader which they are (RFC 1951, 3.2.7): made
/// once for contents of which is known beforehand how they repeat themselves.
package struct BlockCode: Sendable {
    /// Bits as they go into the stream, the first one lowest; at most 32.
    package struct Word: Sendable {
        let bits: UInt32
        let count: UInt8
    }

    /// By byte.
    package let literals: [Word]
    /// Repetitions of 3, 4 … 18 bytes from the one distance.
    package let repetitions: [Word]
    /// Behind the three bits that every block begins with: the codes themselves.
    let head: [Word]
    let end: Word

    /// As many as a repetition may have.
    package static let lengths = 3...18
    package static let symbols = 286
    private static let end = 256

    /// - Parameters:
    ///   - weights: how often literals and lengths come, by symbol; 256, the end, comes once in any case.
    ///   - distance: the only one that repetitions have.
    package init(weights: [Int], distance: Int) {
        var weights = weights + [Int](repeating: 0, count: Self.symbols - weights.count)
        weights[Self.end] = 1
        let code = HuffmanCode(weights: weights)
        let place = Self.place(of: distance)
        // One code of one bit (3.2.7): half of what it could tell is never used.
        var lengths = [UInt8](repeating: 0, count: place.symbol + 1)
        lengths[place.symbol] = 1
        let distances = HuffmanCode(lengths: lengths)
        literals = (0..<256).map { code.word($0) }
        repetitions = Self.lengths.map { count in
            let length = Self.length(count)
            return code.word(length.symbol, length.extra, length.extraBits)
                .followed(by: distances.word(place.symbol, place.extra, place.extraBits))
        }
        end = code.word(Self.end)
        head = Self.head(code.lengths, lengths)
    }

    /// 3.2.5: from 3 to 18, which is as far as repetitions go here.
    private static func length(_ count: Int) -> (symbol: Int, extra: Int, extraBits: Int) {
        if count <= 10 { return (254 + count, 0, 0) }
        return (265 + (count - 11) / 2, (count - 11) % 2, 1)
    }

    private static func place(of distance: Int) -> (symbol: Int, extra: Int, extraBits: Int) {
        if distance <= 4 { return (distance - 1, 0, 0) }
        let bits = Int.bitWidth - 2 - (distance - 1).leadingZeroBitCount
        let half = (distance - 1) >> bits & 1
        return (2 * bits + 2 + half, (distance - 1) & (1 << bits - 1), bits)
    }

    /// The order in which the lengths of the lengths' own code stand.
    private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    private static func head(_ literals: [UInt8], _ distances: [UInt8]) -> [Word] {
        let kept = (literals.lastIndex { $0 > 0 } ?? end) + 1
        let told = runs(Array(literals[..<kept]) + distances)
        var weights = [Int](repeating: 0, count: 19)
        for run in told { weights[run.symbol] += 1 }
        let code = HuffmanCode(weights: weights)
        let count = max((order.lastIndex { code.lengths[$0] > 0 } ?? 3) + 1, 4)
        let counts = [(kept - 257, 5), (distances.count - 1, 5), (count - 4, 4)]
        return counts.map { Word(bits: UInt32($0.0), count: UInt8($0.1)) }
            + order[..<count].map { Word(bits: UInt32(code.lengths[$0]), count: 3) }
            + told.map { code.word($0.symbol, $0.extra, $0.extraBits) }
    }

    /// Lengths as they are told: many zeros as one symbol.
    private static func runs(_ lengths: [UInt8]) -> [(symbol: Int, extra: Int, extraBits: Int)] {
        var runs: [(symbol: Int, extra: Int, extraBits: Int)] = []
        var place = 0
        while place < lengths.count {
            var count = 1
            while lengths[place] == 0, count < 138, place + count < lengths.count, lengths[place + count] == 0 {
                count += 1
            }
            switch count {
            case 11...: runs.append((18, count - 11, 7))
            case 3...: runs.append((17, count - 3, 3))
            default:
                count = 1
                runs.append((Int(lengths[place]), 0, 0))
            }
            place += count
        }
        return runs
    }
}

extension BlockCode.Word {
    fileprivate func followed(by other: BlockCode.Word) -> BlockCode.Word {
        BlockCode.Word(bits: bits | other.bits << UInt32(count), count: count + other.count)
    }
}

extension HuffmanCode {
    fileprivate func word(_ symbol: Int, _ extra: Int = 0, _ extraBits: Int = 0) -> BlockCode.Word {
        BlockCode.Word(
            bits: UInt32(codes[symbol]) | UInt32(extra) << UInt32(lengths[symbol]),
            count: lengths[symbol] + UInt8(extraBits))
    }
}
