/// How little a QR code's pattern suits scanners (ISO/IEC 18004, 7.8.3): rows are words, and so are columns once turned.
struct SymbolPenalty {
    /// A row, and the column of the same number.
    private typealias Pair = SIMD2<UInt64>

    private let side: Int
    private let full: Pair

    init(side: Int) {
        self.side = side
        full = Pair(repeating: (1 << UInt64(side)) - 1)
    }

    /// - Parameter columns: the same code's, as words; what follows them is 0.
    func value(ofRows rows: [UInt64], columns: [UInt64]) -> Int {
        var (fives, runs, finders, areas) = (BitCount(), BitCount(), BitCount(), BitCount())
        var above: UInt64 = 0
        for index in 0..<side {
            let lines = Pair(rows[index], columns[index])
            // A run of n counts n − 2: one for each place of five in a row, and two.
            let five = self.fives(lines) | self.fives(~lines & full)
            fives.add(five)
            // Between runs of two colours there are at least four places of none.
            runs.add(five & ~(five &<< 1))
            finders.add(self.finders(lines))
            areas.add(Pair(index > 0 ? blocks(above, rows[index]) : 0, rows[index]))
            above = rows[index]
        }
        let (blocks, dark) = (areas.sums.x, areas.sums.y)
        let lines = fives.sums.wrappedSum() + 2 * runs.sums.wrappedSum() + 40 * finders.sums.wrappedSum()
        return lines + 3 * blocks + abs(20 * dark - 10 * side * side) / (side * side) * 10
    }

    @inline(__always)
    private func fives(_ x: Pair) -> Pair {
        let twos = x & x &>> 1
        return twos & twos &>> 2 & x &>> 4
    }

    /// Two by two of one colour.
    private func blocks(_ above: UInt64, _ below: UInt64) -> UInt64 {
        let same = ~(above ^ below)
        return same & same >> 1 & ~(above ^ above >> 1) & full.x >> 1
    }

    /// 1:1:3:1:1 with four light modules before or behind; around the symbol all is light.
    @inline(__always)
    private func finders(_ x: Pair) -> Pair {
        let found = x & ~(x &>> 1) & x &>> 2 & x &>> 3 & x &>> 4 & ~(x &>> 5) & x &>> 6
        let behind = x &>> 7 | x &>> 8
        let before = x &<< 1 | x &<< 2
        // No two stand side by side, so that one place is left for what has both.
        return found & ~(behind | behind &>> 2) | (found & ~(before | before &<< 2)) &<< 1
    }

    /// Counts the bits of some words, of two kinds side by side; of at most a thousand.
    private struct BitCount {
        /// Sixteen bits for each byte of a word and the one above it.
        private var halves = Pair()

        @inline(__always)
        mutating func add(_ words: Pair) {
            var bits = words &- words &>> 1 & Pair(repeating: 0x5555_5555_5555_5555)
            bits = bits & Pair(repeating: 0x3333_3333_3333_3333) &+ bits &>> 2 & Pair(repeating: 0x3333_3333_3333_3333)
            bits = (bits &+ bits &>> 4) & Pair(repeating: 0x0F0F_0F0F_0F0F_0F0F)
            let half = Pair(repeating: 0x00FF_00FF_00FF_00FF)
            halves &+= bits & half &+ bits &>> 8 & half
        }

        var sums: SIMD2<Int> {
            SIMD2(truncatingIfNeeded: (halves &* Pair(repeating: 0x0001_0001_0001_0001)) &>> 48)
        }
    }

    /// The columns of a square of 64 words, as words: halves are exchanged, then quarters, down to single bits.
    static func turned(_ rows: [UInt64]) -> [UInt64] {
        var words = rows + [UInt64](repeating: 0, count: 64 - rows.count)
        words.withUnsafeMutableBufferPointer { words in
            var width = 32
            var mask: UInt64 = 0x0000_0000_FFFF_FFFF
            while width > 0 {
                var row = 0
                while row < 64 {
                    let exchanged = (words[row] >> UInt64(width) ^ words[row + width]) & mask
                    words[row + width] ^= exchanged
                    words[row] ^= exchanged << UInt64(width)
                    row = (row + width + 1) & ~width
                }
                width /= 2
                mask ^= mask << UInt64(width)
            }
        }
        return words
    }
}
