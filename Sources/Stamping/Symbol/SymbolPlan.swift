/// What all QR codes of one version and error correction have in common (ISO/IEC 18004, 6.3, 7.7 and 7.8).
///
/// A row of modules is one word, the leftmost module its lowest bit, so versions end at 11: 61 modules.
struct SymbolPlan: Sendable {
    /// In the order in which they are tried: less correction comes when no finer modules are left.
    static let all: [SymbolPlan] =
        (1...11).map { SymbolPlan(version: $0, .medium) } + (10...11).map { SymbolPlan(version: $0, .low) }

    /// As the format tells it.
    enum Correction: Int { case medium = 0, low }

    let version: Int
    let correction: Correction
    let side: Int
    /// Codewords of each block, before those that repair it.
    let blocks: [Int]
    let repair: BlockRepair
    /// Finder, timing and alignment patterns, and the version's number.
    let patterns: [UInt64]
    /// Where each bit of the codewords goes, in their order.
    let places: [(row: UInt8, column: UInt8)]
    /// By number, the modules of data that each mask turns over, and the dark ones that tell which it is: rows, and columns.
    let masks: [[UInt64]]
    let maskColumns: [[UInt64]]

    /// Codewords that hold data.
    var capacity: Int { blocks.reduce(0, +) }

    private static let codewords = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346, 404]

    /// By version, how many blocks there are, and how many codewords repair each.
    private static func blocks(_ version: Int, _ correction: Correction) -> (count: Int, spare: Int) {
        switch correction {
        case .medium:
            (
                [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5][version - 1],
                [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30][version - 1]
            )
        case .low:
            ([1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4][version - 1], [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20][version - 1])
        }
    }

    init(version: Int, _ correction: Correction) {
        self.version = version
        self.correction = correction
        side = 17 + 4 * version
        let (count, spare) = Self.blocks(version, correction)
        let data = Self.codewords[version - 1] - count * spare
        blocks = (0..<count).map { data / count + ($0 >= count - data % count ? 1 : 0) }
        repair = BlockRepair(count: spare)
        var drawing = PatternDrawing(side: side)
        drawing.draw(version)
        let side = side
        let full = (UInt64(1) << UInt64(side)) - 1
        let free = drawing.reserved.map { ~$0 & full }
        patterns = drawing.dark
        places = Self.places(side, free)
        let masks = (0..<8).map { number in
            var rows = (0..<side).map { row in
                var word: UInt64 = 0
                for column in 0..<side where Self.isTurned(number, row, column) { word |= 1 << UInt64(column) }
                return word & free[row]
            }
            Self.addFormat(correction.rawValue << 3 | number, side) { rows[$0] |= $2 << UInt64($1) }
            return rows
        }
        self.masks = masks
        maskColumns = masks.map(SymbolPenalty.turned)
    }

    /// Two columns at a time, from the right, upwards and downwards in turn, around the timing column.
    private static func places(_ side: Int, _ free: [UInt64]) -> [(row: UInt8, column: UInt8)] {
        var places: [(row: UInt8, column: UInt8)] = []
        var right = side - 1
        var isUpward = true
        while right > 0 {
            if right == 6 { right -= 1 }
            for step in 0..<side {
                let row = isUpward ? side - 1 - step : step
                for column in [right, right - 1] where free[row] >> UInt64(column) & 1 == 1 {
                    places.append((UInt8(row), UInt8(column)))
                }
            }
            isUpward.toggle()
            right -= 2
        }
        return places
    }

    /// 7.9: error correction and the mask's number, twice.
    private static func addFormat(_ format: Int, _ side: Int, _ add: (Int, Int, UInt64) -> Void) {
        var rest = format << 10
        for bit in stride(from: 14, through: 10, by: -1) where rest >> bit & 1 == 1 { rest ^= 0x537 << (bit - 10) }
        let bits = (format << 10 | rest) ^ 0x5412
        func set(_ row: Int, _ column: Int, _ bit: Int) { add(row, column, UInt64(bits >> bit & 1)) }
        for bit in 0..<6 { set(bit, 8, bit) }
        set(7, 8, 6)
        set(8, 8, 7)
        set(8, 7, 8)
        for bit in 9..<15 { set(8, 14 - bit, bit) }
        for bit in 0..<8 { set(8, side - 1 - bit, bit) }
        for bit in 8..<15 { set(side - 15 + bit, 8, bit) }
    }

    private static func isTurned(_ mask: Int, _ i: Int, _ j: Int) -> Bool {
        switch mask {
        case 0: (i + j) % 2 == 0
        case 1: i % 2 == 0
        case 2: j % 3 == 0
        case 3: (i + j) % 3 == 0
        case 4: (i / 2 + j / 3) % 2 == 0
        case 5: i * j % 2 + i * j % 3 == 0
        case 6: (i * j % 2 + i * j % 3) % 2 == 0
        default: ((i + j) % 2 + i * j % 3) % 2 == 0
        }
    }
}

/// Draws what is no data, and keeps its place free of data.
private struct PatternDrawing {
    let side: Int
    private(set) var dark: [UInt64]
    private(set) var reserved: [UInt64]

    init(side: Int) {
        self.side = side
        dark = [UInt64](repeating: 0, count: side)
        reserved = dark
    }

    mutating func draw(_ version: Int) {
        for index in 0..<side {
            set(6, index, index % 2 == 0)
            set(index, 6, index % 2 == 0)
        }
        for (row, column) in [(3, 3), (3, side - 4), (side - 4, 3)] { finder(row, column) }
        let lines = Self.alignments(version, side)
        for row in lines {
            for column in lines where !isFinder(row, column, lines) { square(row, column, 2) }
        }
        // Format, twice, and the dark module.
        for index in 0..<9 {
            reserve(8, index)
            reserve(index, 8)
        }
        for index in 0..<8 {
            reserve(8, side - 1 - index)
            reserve(side - 1 - index, 8)
        }
        set(side - 8, 8, true)
        if version >= 7 { number(version) }
    }

    private mutating func finder(_ row: Int, _ column: Int) {
        for i in -4...4 {
            for j in -4...4 where (0..<side).contains(row + i) && (0..<side).contains(column + j) {
                let distance = max(abs(i), abs(j))
                set(row + i, column + j, distance != 2 && distance != 4)
            }
        }
    }

    private mutating func square(_ row: Int, _ column: Int, _ reach: Int) {
        for i in -reach...reach {
            for j in -reach...reach { set(row + i, column + j, max(abs(i), abs(j)) != 1) }
        }
    }

    private func isFinder(_ row: Int, _ column: Int, _ lines: [Int]) -> Bool {
        let last = lines[lines.count - 1]
        return row == 6 && column == 6 || row == 6 && column == last || row == last && column == 6
    }

    /// 7.10: six bits and twelve that repair them.
    private mutating func number(_ version: Int) {
        var rest = version << 12
        for bit in stride(from: 17, through: 12, by: -1) where rest >> bit & 1 == 1 { rest ^= 0x1F25 << (bit - 12) }
        let bits = version << 12 | rest
        for index in 0..<18 {
            let isDark = bits >> index & 1 == 1
            set(index / 3, side - 11 + index % 3, isDark)
            set(side - 11 + index % 3, index / 3, isDark)
        }
    }

    private static func alignments(_ version: Int, _ side: Int) -> [Int] {
        guard version > 1 else { return [] }
        let count = version / 7 + 2
        guard count > 2 else { return [6, side - 7] }
        return [6, (side - 1) / 2, side - 7]
    }

    private mutating func set(_ row: Int, _ column: Int, _ isDark: Bool) {
        reserve(row, column)
        let bit = UInt64(1) << UInt64(column)
        if isDark { dark[row] |= bit } else { dark[row] &= ~bit }
    }

    private mutating func reserve(_ row: Int, _ column: Int) { reserved[row] |= 1 << UInt64(column) }
}
