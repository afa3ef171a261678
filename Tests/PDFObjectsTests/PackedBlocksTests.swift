import Testing

@testable import PDFObjects

@Suite struct `A stream packed in blocks` {
    /// Lines of four letters of which the first differs.
    private static let code: BlockCode = {
        var weights = [Int](repeating: 0, count: BlockCode.symbols)
        for letter in "abcdefgh xy\n".utf8 { weights[Int(letter)] = 5 }
        weights[257] = 40
        return BlockCode(weights: weights, distance: 4)
    }()

    private func packed(_ letters: String) -> (stream: [UInt8], content: [UInt8]) {
        let content = letters.flatMap { "\($0)xy\n".utf8 }
        var blocks = PackedBlocks()
        blocks.store(Array("before ".utf8), isLast: false)
        let tokens = letters.utf8.dropFirst().flatMap { [UInt16($0), BlockCode.repetition + 3] }
        blocks.add(content, as: content.prefix(4).map(UInt16.init) + tokens, by: Self.code)
        blocks.store(Array(" after".utf8), isLast: true)
        return (blocks.finish(), Array("before ".utf8) + content + Array(" after".utf8))
    }

    @Test(arguments: ["a", "ab", "abcdefgh", String(repeating: "hgfedcba", count: 400)])
    func `unpacks to what was put in`(letters: String) throws {
        let (stream, content) = packed(letters)
        #expect(try Deflate.unpacked(stream) == content)
    }

    @Test func `unpacks where phrases are told as one`() throws {
        var weights = [Int](repeating: 0, count: BlockCode.symbols)
        for letter in "abcd".utf8 { weights[Int(letter)] = 5 }
        weights[257] = 40
        let phrase = [UInt16(UInt8(ascii: "b")), BlockCode.repetition + 3]
        let code = BlockCode(weights: weights, distance: 4, phrases: [phrase])
        var blocks = PackedBlocks()
        let content = Array("abcdbbcdb".utf8)
        blocks.add(
            content, as: Array("abcd".utf8).map(UInt16.init) + [BlockCode.phrase, UInt16(UInt8(ascii: "b"))], by: code)
        blocks.store([], isLast: true)
        #expect(try Deflate.unpacked(blocks.finish()) == content)
    }

    @Test func `is shorter where the code suits it`() {
        let (stream, content) = packed(String(repeating: "hgfedcba", count: 400))
        #expect(stream.count * 4 < content.count)
    }

    @Test func `of nothing but what is stored unpacks`() throws {
        var blocks = PackedBlocks()
        blocks.store([], isLast: false)
        blocks.store([UInt8](repeating: 7, count: 65_535), isLast: true)
        #expect(try Deflate.unpacked(blocks.finish()) == [UInt8](repeating: 7, count: 65_535))
    }

    @Test func `has a code of which no word begins another`() {
        let words = Self.code.words[..<256].enumerated().filter { "abcdefgh xy\n".utf8.contains(UInt8($0.offset)) }.map(
            \.element)
        for (place, one) in words.enumerated() {
            for other in words[(place + 1)...] {
                let count = min(one.count, other.count)
                let mask = UInt32(1) << UInt32(count) - 1
                #expect(one.bits & mask != other.bits & mask)
            }
        }
    }
}
