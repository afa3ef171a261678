import PDFObjects
import SeededRandom
import Testing

@testable import Stamping
@testable import Typesetting

@Suite struct `A QR code's content` {
    /// What its lines paint, as rows.
    private func painted(_ content: some StringProtocol, side: Int) -> [UInt64] {
        var rows = [UInt64](repeating: 0, count: side)
        for line in content.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count == 5, words[4] == "re", let column = Int(words[0]), let row = Int(words[1]),
                let width = Int(words[2]), words[3] == "1"
            else {
                Issue.record("\(line)")
                continue
            }
            for place in 0..<width {
                rows[row - SymbolMatrix.origin] |= 1 << UInt64(column - SymbolMatrix.origin + place)
            }
        }
        return rows
    }

    private func content(_ rows: [UInt64]) throws -> String {
        let content = try Deflate.unpacked(SymbolContent.packed(rows))
        #expect(content.starts(with: SymbolMatrix.opening) && content.suffix(2) == SymbolMatrix.closing[...])
        return String(
            decoding: content.dropFirst(SymbolMatrix.opening.count).dropLast(SymbolMatrix.closing.count), as: UTF8.self)
    }

    @Test(arguments: [1, 21, 41, 61, 64], [1, 5, 8, 11, 15])
    func `paints its black modules and nothing else`(side: Int, dark: Int) throws {
        var random = SplitMix(seed: UInt64(side * 100 + dark))
        for _ in 0..<20 {
            let rows = (0..<side).map { _ in
                (0..<side).reduce(UInt64(0)) {
                    $0 | (Int.random(in: 0..<16, using: &random) < dark ? 1 << UInt64($1) : 0)
                }
            }
            #expect(painted(try content(rows), side: side) == rows)
        }
    }

    @Test func `has the runs that any packer is given`() throws {
        var random = SplitMix(seed: 11)
        let rows = (0..<61).map { _ in UInt64.random(in: 0..<1 << 61, using: &random) }
        let plain = String(decoding: SymbolMatrix(rows: rows).content, as: UTF8.self).split(separator: "\n").dropFirst(
            2)
        #expect(plain.dropLast().sorted() == (try content(rows)).split(separator: "\n").sorted())
    }

    @Test func `may be all white, or all black`() throws {
        #expect(try content([UInt64](repeating: 0, count: 61)).isEmpty)
        let black = [UInt64](repeating: 1 << 61 - 1, count: 61)
        #expect(painted(try content(black), side: 61) == black)
    }

    @Test func `takes less room than by a packer that knows nothing of it`() throws {
        var random = SplitMix(seed: 7)
        let rows = (0..<61).map { _ in UInt64.random(in: 0..<1 << 61, using: &random) }
        let packed = SymbolContent.packed(rows)
        let other = try Deflater(.usual).packed(try Deflate.unpacked(packed))
        #expect(packed.count < other.count)
    }
}
