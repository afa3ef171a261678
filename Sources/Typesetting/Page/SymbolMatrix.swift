/// The modules of a QR code, without quiet zone.
public struct SymbolMatrix: Sendable, Hashable {
    /// Modules a side: 21 to 177.
    public let side: Int
    /// Row by row; true is black.
    public let modules: [Bool]

    /// Width of the white border that ISO/IEC 18004, 6.3.8, asks for, in modules.
    public static let quietZone = 4

    /// - Precondition: there are `side` times `side` modules.
    public init(side: Int, modules: [Bool]) {
        precondition(modules.count == side * side, "a QR code is a square")
        self.side = side
        self.modules = modules
    }

    /// The black modules as horizontal runs: fewer pieces, and no seams between neighbours.
    public var runs: [Run] {
        var runs: [Run] = []
        runs.reserveCapacity(side * side / 3)
        for row in 0..<side {
            var start: Int?
            for column in 0...side {
                let isBlack = column < side && modules[row * side + column]
                if isBlack, start == nil { start = column }
                if !isBlack, let first = start {
                    runs.append(Run(row: row, column: first, length: column - first))
                    start = nil
                }
            }
        }
        return runs
    }

    public struct Run: Sendable, Hashable {
        public let row: Int
        public let column: Int
        public let length: Int
    }
}

/// Makes QR codes; passed in, so that layout needs no library of C.
public protocol SymbolEncoder {
    func encode(_ text: String) throws(LayoutError) -> SymbolMatrix
}
