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

    /// What is black, along each row.
    ///
    /// No two of them overlap: readers that add up what covers a dot would paint its part twice.
    public var runs: [Run] {
        var runs: [Run] = []
        runs.reserveCapacity(side * side / 4)
        for row in 0..<side {
            var start: Int?
            for column in 0...side {
                let isBlack = column < side && isBlack(row: row, column: column)
                if isBlack, start == nil { start = column }
                if !isBlack, let first = start {
                    runs.append(Run(row: row, column: first, width: column - first))
                    start = nil
                }
            }
        }
        return runs
    }

    /// Black modules beside each other, counted from the upper left corner.
    public struct Run: Sendable, Hashable {
        public let row: Int
        public let column: Int
        public let width: Int
    }
}

/// Makes QR codes; passed in, so that layout needs no library of C.
public protocol SymbolEncoder {
    func encode(_ text: String) throws(LayoutError) -> SymbolMatrix
}
