internal import PDFObjects
internal import Typesetting

/// The content that paints a QR code's black modules, packed as it is made.
///
/// Every run of black modules along a row is one line of thirteen letters, `23 41 2 1 re`: column, row, width, height. Runs
/// of one width stand together, column by column, so that lines differ from the ones before them in two or three digits;
/// all the rest is said by repetitions from thirteen letters before, by a code that was made for this.
struct SymbolContent {
    private static let origin = SymbolMatrix.origin
    private static let line = 13

    /// How often symbols come in a code of version 11, by symbol: measured with random data.
    private static let code: BlockCode = {
        var weights = [Int](repeating: 0, count: BlockCode.symbols)
        for byte in "re\n".utf8 { weights[Int(byte)] = 3 }
        weights[Int(UInt8(ascii: " "))] = 270
        for (digit, weight) in [126, 216, 230, 232, 231, 230, 221, 123, 113, 113].enumerated() {
            weights[48 + digit] = weight
        }
        // From 257, which stands for three bytes, to 268, which stands for seventeen and eighteen.
        for (place, weight) in [1, 1, 1, 2, 2, 38, 196, 17, 661, 16, 2, 1].enumerated() {
            weights[257 + place] = weight
        }
        return BlockCode(weights: weights, distance: line, phrases: phrases)
    }()

    /// Three lines of four differ from the ones before them in their row alone, told as one: by row, both digits behind
    /// eleven letters that are the same, and the last one behind twelve.
    private static let phrases: [[UInt16]] = {
        let repetition = BlockCode.repetition
        let rows: [(tens: UInt16, ones: UInt16)] = (0..<100).map { (48 + $0 / 10, 48 + $0 % 10) }
        let both: [[UInt16]] = rows.map { [repetition + 11, $0.tens, $0.ones] }
        return both + rows.map { [repetition + 12, $0.ones] }
    }()

    /// Which letters of a line tell its row.
    private static let row: UInt64 = 0xFF_FF00_0000

    /// - Parameter rows: a word a row, the first column in the lowest bit.
    /// - Returns: a packed stream of ``SymbolMatrix/content``, but for the order of the runs.
    static func packed(_ rows: [UInt64]) -> [UInt8] {
        let runs = SymbolRuns(SymbolPenalty.turned(rows), count: rows.count)
        let lines = runs.short.map(Line.init)
        var blocks = PackedBlocks()
        blocks.reserve(4096)
        blocks.store(SymbolMatrix.opening, isLast: false)
        blocks.add(text(of: lines), as: tokens(of: lines), by: code)
        var rest: [UInt8] = []
        for run in runs.long { rest += "\(run.column + origin) \(run.row + origin) \(run.width) 1 re\n".utf8 }
        blocks.store(rest + SymbolMatrix.closing, isLast: true)
        return blocks.finish()
    }

    /// A line but for its last five letters, which are always the same, the first one in the lowest byte.
    private struct Line {
        let letters: UInt64

        init(_ run: SymbolRuns.Run) {
            let blanks: UInt64 = 0x2000_2000_0020_0000
            let column = Self.digits[run.column + origin]
            let row = Self.digits[run.row + origin] << 24
            letters = blanks | column | row | UInt64(48 + run.width) << 48
        }

        /// One of the first eight letters; any for another place.
        subscript(_ place: Int) -> UInt16 {
            UInt16(truncatingIfNeeded: letters &>> UInt64(truncatingIfNeeded: 8 &* place) & 0xFF)
        }

        /// The number that the row's two digits tell.
        var row: UInt16 {
            UInt16(truncatingIfNeeded: (letters &>> 24 & 0xF) &* 10 &+ (letters &>> 32 & 0xF))
        }

        private static let digits: [UInt64] = (0..<100).map { number in
            let (tens, ones) = UInt64(number).quotientAndRemainder(dividingBy: 10)
            return (48 + tens) | (48 + ones) << 8
        }
        /// `1 re` and the line's end.
        static let end: UInt64 = 0x0A_6572_2031
    }

    private static func text(of lines: [Line]) -> [UInt8] {
        let end = Line.end
        return [UInt8](unsafeUninitializedCapacity: lines.count * line + 3) { text, count in
            for (place, one) in lines.enumerated() {
                let memory = UnsafeMutableRawBufferPointer(
                    rebasing: UnsafeMutableRawBufferPointer(text)[(place * line)...])
                memory.storeBytes(of: one.letters.littleEndian, as: UInt64.self)
                memory.storeBytes(of: end.littleEndian, toByteOffset: 8, as: UInt64.self)
            }
            count = lines.count * line
        }
    }

    private static func tokens(of lines: [Line]) -> [UInt16] {
        guard let first = lines.first else { return [] }
        let (repetition, least) = (BlockCode.repetition, BlockCode.lengths.lowerBound)
        // A line has five digits, and in front of each two blanks or one repetition.
        return [UInt16](unsafeUninitializedCapacity: 15 * lines.count + line) { tokens, count in
            for place in 0..<8 { tokens[place] = first[place] }
            for place in 0..<5 { tokens[8 + place] = UInt16(Line.end &>> UInt64(8 * place) & 0xFF) }
            count = line
            var before = first.letters
            // Letters since the last one that was told, which are those of the line before.
            var same = 0
            for one in lines.dropFirst() {
                var differing = one.letters ^ before
                before = one.letters
                if differing & ~row == 0, same == line - 5 {
                    tokens[count] = BlockCode.phrase + (differing & 0xFF00_0000 > 0 ? 0 : 100) + one.row
                    count += 1
                    continue
                }
                var next = 0
                while differing != 0 {
                    let place = differing.trailingZeroBitCount / 8
                    differing &= ~(0xFF &<< UInt64(8 * place))
                    same += place - next
                    next = place + 1
                    // Three tokens are written in any case, and those that do not count written over.
                    let isRepeated = same >= least
                    tokens[count] = isRepeated ? repetition + UInt16(same) : one[place - same]
                    tokens[count + 1] = one[place - 1]
                    count += isRepeated ? 1 : same
                    tokens[count] = one[place]
                    count += 1
                    same = 0
                }
                same += line - next
            }
            if same > 0 {
                tokens[count] = repetition + UInt16(same)
                count += 1
            }
        }
    }
}
