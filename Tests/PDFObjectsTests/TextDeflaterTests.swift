import SeededRandom
import Testing

@testable import PDFObjects

@Suite struct `Short texts packed quickly` {
    private static let texts: [[UInt8]] = {
        var random = SplitMix(seed: 20_261_126)
        func letters(_ count: Int, _ range: ClosedRange<UInt8>) -> [UInt8] {
            (0..<count).map { _ in UInt8.random(in: range, using: &random) }
        }
        let sentence = Array("BT\n8 0 0 -8 649.09375 508.835938 Tm\n[(P)77(J)-20(1)]TJ\nET\n".utf8)
        var texts: [[UInt8]] = [[], [7], [7, 7, 7, 7], Array("abcabcabcabcabc".utf8), Array(0...255)]
        for count in [1, 2, 3, 4, 5, 257, 258, 259, 260, 1000, 16_384] {
            texts.append([UInt8](repeating: 32, count: count))
            texts.append(letters(count, 0...255))
            texts.append(letters(count, 48...57))
        }
        texts += (0..<40).map { _ in
            (0..<60).flatMap { _ in
                Bool.random(using: &random) ? sentence.shuffled(using: &random).prefix(7) : sentence[...]
            }
        }
        return texts
    }()

    private static let code = TextCode(samples: texts.suffix(4))

    @Test func `unpack to what they were, one after the other`() throws {
        let deflater = TextDeflater()
        for text in Self.texts {
            let packed = try #require(deflater.packed(text, by: Self.code))
            #expect(try Deflate.unpacked(packed) == text)
            // What was packed before leaves nothing behind.
            #expect(packed == TextDeflater().packed(text, by: Self.code))
        }
    }

    @Test func `take hardly more room than by libdeflate where the code is theirs`() throws {
        let deflater = TextDeflater()
        for text in Self.texts.suffix(40) {
            let packed = try #require(deflater.packed(text, by: Self.code))
            #expect(Double(packed.count) < Double(try Deflate.packed(text).count) * 1.2)
        }
    }

    @Test func `unpack to a beginning and what follows it`() throws {
        let deflater = TextDeflater()
        for beginning in Self.texts where beginning.count < 5000 {
            let packed = TextDeflater().beginning(beginning)
            for rest in [[], [7], Array("8 0 0 -8 649.09375".utf8), Array(0...255), Array(beginning.prefix(600))] {
                let whole = try #require(deflater.packed(packed, followedBy: rest))
                #expect(try Deflate.unpacked(whole) == beginning + rest)
            }
        }
    }

    @Test func `are not too long`() {
        #expect(TextDeflater().packed([UInt8](repeating: 32, count: 16_385), by: Self.code) == nil)
    }

    /// Each as heavy as the two before it: the lightest would lie twenty deep.
    @Test(arguments: [15, 7])
    func `have no code that is too long`(longest: Int) {
        var weights = [1, 1]
        while weights.count < 20 { weights.append(weights.suffix(2).reduce(0, +)) }
        let words = HuffmanCode(weights: weights, longest: longest).words
        #expect(words.allSatisfy { (1...longest).contains(Int($0.count)) })
        // Every place of the tree is taken.
        #expect(words.reduce(0) { $0 + (1 << (longest - Int($1.count))) } == 1 << longest)
    }
}
