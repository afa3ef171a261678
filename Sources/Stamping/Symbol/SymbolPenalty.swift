/// How little a QR code's pattern suits scanners (ISO/IEC 18004, 7.8.3): rows are words, and so are columns once turned.
struct SymbolPenalty {
    private let side: Int
    private let full: UInt64

    init(side: Int) {
        self.side = side
        full = (1 << UInt64(side)) - 1
    }

    /// - Parameter columns: the same code's, as words; what follows them is 0.
    func value(ofRows rows: [UInt64], columns: [UInt64]) -> Int {
        var sum = 0
        var dark = 0
        for index in 0..<side {
            sum += lines(rows[index]) + lines(columns[index])
            dark += rows[index].nonzeroBitCount
            if index > 0 { sum += 3 * blocks(rows[index - 1], rows[index]) }
        }
        return sum + abs(20 * dark - 10 * side * side) / (side * side) * 10
    }

    /// Runs of five and more, and what looks like a finder.
    private func lines(_ row: UInt64) -> Int {
        runs(row) + runs(~row & full) + 40 * finders(row)
    }

    /// A run of n counts n − 2: one for each place of five in a row, and two.
    private func runs(_ x: UInt64) -> Int {
        let fives = x & x >> 1 & x >> 2 & x >> 3 & x >> 4
        return fives.nonzeroBitCount + 2 * (fives & ~(fives << 1)).nonzeroBitCount
    }

    /// Two by two of one colour.
    private func blocks(_ above: UInt64, _ below: UInt64) -> Int {
        let same = ~(above ^ below)
        return (same & same >> 1 & ~(above ^ above >> 1) & full >> 1).nonzeroBitCount
    }

    /// 1:1:3:1:1 with four light modules before or behind; around the symbol all is light.
    private func finders(_ x: UInt64) -> Int {
        let found = x & ~(x >> 1) & x >> 2 & x >> 3 & x >> 4 & ~(x >> 5) & x >> 6
        let behind = ~(x >> 7) & ~(x >> 8) & ~(x >> 9) & ~(x >> 10)
        let before = ~(x << 1) & ~(x << 2) & ~(x << 3) & ~(x << 4)
        return (found & behind).nonzeroBitCount + (found & before).nonzeroBitCount
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
