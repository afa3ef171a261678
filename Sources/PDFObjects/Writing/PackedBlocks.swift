internal import CDeflate

/// A packed stream (RFC 1950, RFC 1951) put together from blocks of which each is made in the way that suits it: as it
/// is, or by a code that was made for such contents.
package struct PackedBlocks {
    /// What the stream unpacks to so far, as its end sums it up.
    private var sum: UInt32 = 1
    private var bytes: [UInt8] = [0x78, 0xDA]
    private var open: UInt64 = 0
    private var width: UInt64 = 0

    package init() {}

    package mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    /// As it is (3.2.4).
    /// - Parameter isLast: exactly one block is.
    package mutating func store(_ content: [UInt8], isLast: Bool) {
        // More is never stored here, and would be several blocks.
        precondition(content.count <= 0xFFFF, "a block of more than 65,535 bytes")
        open |= (isLast ? 1 : 0) << width
        width += 3
        align()
        let count = UInt16(content.count)
        bytes += [
            UInt8(count & 0xFF), UInt8(count >> 8), UInt8(~count & 0xFF), UInt8(~count >> 8),
        ]
        bytes += content
        addSum(of: content)
    }

    /// By a code that was made for it.
    /// - Parameters:
    ///   - content: what the tokens stand for.
    ///   - tokens: bytes, and repetitions as ``BlockCode`` has them.
    package mutating func add(_ content: [UInt8], as tokens: [UInt16], by code: BlockCode) {
        // No word has more than four bytes.
        let room = 4 * (tokens.count + code.head.count + 2) + BlockWriter.margin
        var (open, width) = (open, width)
        bytes += [UInt8](unsafeUninitializedCapacity: room) { memory, count in
            var writer = BlockWriter(memory, open: open, width: width)
            writer.write(.init(bits: 0b100, count: 3))
            for word in code.head { writer.write(word) }
            code.words.withUnsafeBufferPointer { words in
                for token in tokens { writer.write(words[Int(token)]) }
            }
            writer.write(code.end)
            (open, width, count) = (writer.open, writer.width, writer.count)
        }
        (self.open, self.width) = (open, width)
        addSum(of: content)
    }

    /// The whole stream; the block before was the last.
    package mutating func finish() -> [UInt8] {
        align()
        for shift: UInt32 in [24, 16, 8, 0] { bytes.append(UInt8(sum >> shift & 0xFF)) }
        return bytes
    }

    private mutating func addSum(of content: [UInt8]) {
        sum = libdeflate_adler32(sum, content, content.count)
    }

    /// Fills the last byte up.
    private mutating func align() {
        while width > 0 {
            bytes.append(UInt8(truncatingIfNeeded: open))
            open >>= 8
            width -= min(width, 8)
        }
        (open, width) = (0, 0)
    }
}
