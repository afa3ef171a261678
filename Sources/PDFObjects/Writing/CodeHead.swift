/// Tells a reader the codes of a block (RFC 1951, 3.2.7): the length of each symbol's, in a code of their own.
final class CodeHead {
    /// The order in which the lengths of the lengths' own code stand.
    private static let order: [UInt8] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    private let code = TokenCode(count: 19, longest: 7)
    /// Lengths, many equal ones as one symbol, with how many more they are than the least above it.
    private let runs = UnsafeMutableBufferPointer<UInt16>.allocate(
        capacity: DeflateSymbol.count + DeflateSymbol.distances)
    private var count = 0

    init() { runs.initialize(repeating: 0) }

    deinit { runs.deallocate() }

    /// - Parameter write: takes the words in their order.
    func tell(_ literals: TokenCode, _ distances: TokenCode, _ write: (BlockCode.Word) -> Void) {
        let (keptLiterals, keptDistances) = (literals.kept, distances.kept)
        code.clear()
        count = 0
        add(literals.words, keptLiterals)
        add(distances.words, keptDistances)
        code.make()
        var kept = Self.order.count
        while kept > 4, code.words[Int(Self.order[kept - 1])].count == 0 { kept -= 1 }
        write(.init(bits: UInt32(keptLiterals - 257), count: 5))
        write(.init(bits: UInt32(keptDistances - 1), count: 5))
        write(.init(bits: UInt32(kept - 4), count: 4))
        for symbol in Self.order[..<kept] { write(.init(bits: UInt32(code.words[Int(symbol)].count), count: 3)) }
        for run in runs[..<count] {
            let symbol = Int(run & 0xFF)
            write(code.words[symbol])
            if symbol >= 16 { write(.init(bits: UInt32(run >> 8), count: symbol == 16 ? 2 : symbol == 17 ? 3 : 7)) }
        }
    }

    private func add(_ words: UnsafeMutableBufferPointer<BlockCode.Word>, _ kept: Int) {
        var place = 0
        while place < kept {
            let length = words[place].count
            var end = place + 1
            while end < kept, words[end].count == length { end += 1 }
            var left = end - place
            place = end
            if length > 0 {
                add(Int(length))
                left -= 1
                while left >= 3 { left -= repeated(16, min(left, 6), least: 3) }
            } else {
                while left >= 11 { left -= repeated(18, min(left, 138), least: 11) }
                if left >= 3 { left -= repeated(17, left, least: 3) }
            }
            for _ in 0..<left { add(Int(length)) }
        }
    }

    private func repeated(_ symbol: Int, _ times: Int, least: Int) -> Int {
        add(symbol, times - least)
        return times
    }

    private func add(_ symbol: Int, _ extra: Int = 0) {
        runs[count] = UInt16(extra << 8 | symbol)
        count += 1
        code.weights[symbol] += 1
    }
}
