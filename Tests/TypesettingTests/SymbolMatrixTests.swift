import Testing

@testable import Typesetting

@Suite struct `A QR code's black modules` {
    private func painted(_ matrix: SymbolMatrix) -> [Bool] {
        var modules = [Bool](repeating: false, count: matrix.side * matrix.side)
        for piece in matrix.rectangles {
            for row in piece.row..<piece.row + piece.height {
                for column in piece.column..<piece.column + piece.width { modules[row * matrix.side + column] = true }
            }
        }
        return modules
    }

    @Test(arguments: [1, 21, 57, 64, 65, 69])
    func `are covered by the rectangles, and nothing else is`(side: Int) {
        for seed in 1...20 as ClosedRange<UInt64> {
            var state = seed &* 0x9E37_79B9_7F4A_7C15
            let modules = (0..<side * side).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return state >> 60 < seed % 16
            }
            let matrix = SymbolMatrix(side: side, modules: modules)
            #expect(painted(matrix) == modules)
            #expect((0..<side * side).map { matrix.isBlack(row: $0 / side, column: $0 % side) } == modules)
        }
    }

    @Test func `are one rectangle where all are black`() {
        let matrix = SymbolMatrix(side: 64, modules: [Bool](repeating: true, count: 64 * 64))
        #expect(matrix.rectangles.count == 1)
        #expect(painted(matrix).allSatisfy { $0 })
    }

    @Test func `go down where they are longer that way`() {
        let modules = (0..<25).map { [0, 5, 10, 15, 20].contains($0) || $0 == 1 }
        #expect(SymbolMatrix(side: 5, modules: modules).rectangles.count == 2)
    }
}
