import Testing

@testable import Typesetting

@Suite struct `A QR code's black modules` {
    /// How often each module is painted.
    private func painted(_ matrix: SymbolMatrix) -> [Int] {
        var modules = [Int](repeating: 0, count: matrix.side * matrix.side)
        for run in matrix.runs {
            for column in run.column..<run.column + run.width { modules[run.row * matrix.side + column] += 1 }
        }
        return modules
    }

    @Test(arguments: [1, 21, 57, 64, 65, 69])
    func `are painted once, and nothing else is`(side: Int) {
        for seed in 1...20 as ClosedRange<UInt64> {
            var state = seed &* 0x9E37_79B9_7F4A_7C15
            let modules = (0..<side * side).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return state >> 60 < seed % 16
            }
            let matrix = SymbolMatrix(side: side, modules: modules)
            #expect(painted(matrix) == modules.map { $0 ? 1 : 0 })
            #expect((0..<side * side).map { matrix.isBlack(row: $0 / side, column: $0 % side) } == modules)
        }
    }

    @Test func `are one run a row where all are black`() {
        let matrix = SymbolMatrix(side: 64, modules: [Bool](repeating: true, count: 64 * 64))
        #expect(matrix.runs.map(\.width) == [Int](repeating: 64, count: 64))
        #expect(painted(matrix).allSatisfy { $0 == 1 })
    }
}
