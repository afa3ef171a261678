import Testing

@testable import FontPrograms

@Suite struct `A glyph's outline` {
    private func plain(
        _ charstring: [UInt8], globals: [[UInt8]] = [], locals: [[UInt8]] = []
    ) throws(FontProgramProblem) -> [UInt8] {
        try PlainCharstring(charstring[...], globals: globals.map { $0[...] }, locals: locals.map { $0[...] }).bytes
    }

    /// Numbers from -107 to 107 are one byte: 139 and the number.
    private func byte(_ number: Int) -> UInt8 { UInt8(139 + number) }

    @Test func `has its subroutines written out, those within others too`() throws {
        // Subroutine 0 is called as -107.
        let inner: [UInt8] = [byte(5), byte(6), 5, 11]
        let outer: [UInt8] = [byte(1), 6, byte(-107), 29, 11]
        let glyph: [UInt8] = [byte(10), byte(20), 21, byte(-107), 10, 14]
        #expect(
            try plain(glyph, globals: [inner], locals: [outer])
                == [byte(10), byte(20), 21, byte(1), 6, byte(5), byte(6), 5, 14])
    }

    @Test func `keeps its width when the hints are gone, before whatever is its first operator`() throws {
        #expect(try plain([byte(50), byte(0), byte(7), 1, byte(3), 22, 14]) == [byte(50), byte(3), 22, 14])
        #expect(try plain([byte(50), byte(3), 22, 14]) == [byte(50), byte(3), 22, 14])
        #expect(try plain([byte(50), 14]) == [byte(50), 14])
        #expect(try plain([byte(0), byte(7), 1, byte(3), 22, 14]) == [byte(3), 22, 14])
    }

    @Test func `loses masks with as many bytes as its stems ask for`() throws {
        // Nine stems: eight told and one that stands before the mask itself; two bytes of mask.
        let stems = [UInt8](repeating: byte(1), count: 16) + [18, byte(2), byte(2), 19, 0xFF, 0x80]
        #expect(try plain(stems + [byte(3), 4, byte(4), 7, 14]) == [byte(3), 4, byte(4), 7, 14])
    }

    @Test func `ends where a subroutine ends it`() throws {
        #expect(try plain([byte(3), 22, byte(-107), 10, byte(9)], locals: [[14]]) == [byte(3), 22, 14])
    }

    @Test func `keeps wide numbers and flexes as they are spelled`() throws {
        let glyph: [UInt8] = [28, 1, 2, byte(0), 21, 255, 0, 1, 128, 0, 247, 9, 5]
        let flex = [UInt8](repeating: byte(1), count: 7) + [12, 34, 14]
        #expect(try plain(glyph + flex) == glyph + flex)
    }

    @Test(
        arguments: [
            [139], [10], [139, 10], [28, 0], [139, 139, 18, 19], [12], [255, 0], [],
        ] as [[UInt8]])
    func `that is cut off is refused`(glyph: [UInt8]) {
        #expect(throws: FontProgramProblem.self) { try plain(glyph) }
    }

    @Test func `that does arithmetic, or goes round in a circle, is refused`() {
        #expect(throws: FontProgramProblem.notCovered("arithmetic in an outline")) {
            try plain([byte(1), byte(1), 12, 10, 22, 14])
        }
        #expect(throws: FontProgramProblem.damaged("subroutines within subroutines")) {
            try plain([byte(-107), 10], locals: [[byte(-107), 10]])
        }
    }
}
