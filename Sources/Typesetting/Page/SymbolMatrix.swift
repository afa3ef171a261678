/// The modules of a QR code, without quiet zone.
public struct SymbolMatrix: Sendable, Hashable {
    /// Modules a side: 21 to 177.
    public let side: Int
    /// Row by row, each in ``wordsPerRow`` words, the first column in the lowest bit; a bit that is set is black.
    private let words: [UInt64]

    private var wordsPerRow: Int { (side + UInt64.bitWidth - 1) / UInt64.bitWidth }

    /// Width of the white border that ISO/IEC 18004, 6.3.8, asks for, in modules.
    public static let quietZone = 4

    /// - Parameter modules: row by row; true is black.
    /// - Precondition: there are `side` times `side` modules.
    public init(side: Int, modules: [Bool]) {
        precondition(modules.count == side * side, "a QR code is a square")
        self.side = side
        let count = (side + UInt64.bitWidth - 1) / UInt64.bitWidth
        var words = [UInt64](repeating: 0, count: side * count)
        for (place, isBlack) in modules.enumerated() where isBlack {
            let (row, column) = place.quotientAndRemainder(dividingBy: side)
            words[row * count + column / UInt64.bitWidth] |= 1 << UInt64(column % UInt64.bitWidth)
        }
        self.words = words
    }

    /// - Parameter rows: a word a row, the first column in the lowest bit.
    /// - Precondition: no more rows than a word has bits.
    package init(rows: [UInt64]) {
        precondition(rows.count <= UInt64.bitWidth, "a row that is wider than a word")
        side = rows.count
        words = rows
    }

    /// A word a row, the first column in the lowest bit; nil for a code that is wider than a word.
    package var rows: [UInt64]? { wordsPerRow == 1 ? words : nil }

    public func isBlack(row: Int, column: Int) -> Bool {
        words[row * wordsPerRow + column / UInt64.bitWidth] >> UInt64(column % UInt64.bitWidth) & 1 == 1
    }

    /// The black modules as rectangles, some of which may overlap: about two thirds of the pieces that there are along the rows.
    ///
    /// Each begins at the first black module, row by row, that none before it has, and goes over as many as it can either
    /// along the row and down, or down and along.
    public var rectangles: [Rectangle] {
        guard let rows else { return runs }
        var covered = [UInt64](repeating: 0, count: side)
        var rectangles: [Rectangle] = []
        rectangles.reserveCapacity(side * side / 4)
        for row in 0..<side {
            while let column = (rows[row] & ~covered[row]).firstBit {
                let along = Self.along(rows, row, column)
                let down = Self.down(rows, row, column)
                let chosen = along.width * along.height >= down.width * down.height ? along : down
                for line in row..<row + chosen.height { covered[line] |= chosen.mask }
                rectangles.append(chosen)
            }
        }
        return rectangles
    }

    private static func along(_ rows: [UInt64], _ row: Int, _ column: Int) -> Rectangle {
        let width = (~(rows[row] >> UInt64(column))).trailingZeroBitCount
        var found = Rectangle(row: row, column: column, width: width, height: 1)
        let mask = found.mask
        while row + found.height < rows.count, rows[row + found.height] & mask == mask { found.height += 1 }
        return found
    }

    private static func down(_ rows: [UInt64], _ row: Int, _ column: Int) -> Rectangle {
        var found = Rectangle(row: row, column: column, width: 1, height: 1)
        var common = rows[row]
        while row + found.height < rows.count, rows[row + found.height] >> UInt64(column) & 1 == 1 {
            common &= rows[row + found.height]
            found.height += 1
        }
        found.width = (~(common >> UInt64(column))).trailingZeroBitCount
        return found
    }

    /// Modules, counted from the upper left corner.
    public struct Rectangle: Sendable, Hashable {
        public let row: Int
        public let column: Int
        public fileprivate(set) var width: Int
        public fileprivate(set) var height: Int

        /// Its columns, as bits.
        fileprivate var mask: UInt64 { (width < 64 ? 1 << UInt64(width) - 1 : .max) << UInt64(column) }
    }

    /// What is black along each row: for codes that are wider than a word.
    private var runs: [Rectangle] {
        var runs: [Rectangle] = []
        for row in 0..<side {
            var start: Int?
            for column in 0...side {
                let isBlack = column < side && isBlack(row: row, column: column)
                if isBlack, start == nil { start = column }
                if !isBlack, let first = start {
                    runs.append(Rectangle(row: row, column: first, width: column - first, height: 1))
                    start = nil
                }
            }
        }
        return runs
    }
}

extension UInt64 {
    /// The place of the lowest bit that is set.
    fileprivate var firstBit: Int? { self == 0 ? nil : trailingZeroBitCount }
}

/// Makes QR codes; passed in, so that layout needs no library of C.
public protocol SymbolEncoder {
    func encode(_ text: String) throws(LayoutError) -> SymbolMatrix
}
