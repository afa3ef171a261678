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
        (0..<side).flatMap { row in
            var runs: [Run] = []
            for column in 0..<side where modules[row * side + column] {
                if let last = runs.last, last.column + last.length == column {
                    runs[runs.count - 1] = Run(row: row, column: last.column, length: last.length + 1)
                } else {
                    runs.append(Run(row: row, column: column, length: 1))
                }
            }
            return runs
        }
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
