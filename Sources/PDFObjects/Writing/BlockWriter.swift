/// Writes a block's symbols one bit behind the other, into memory that is long enough.
package struct BlockWriter: ~Copyable {
    private let memory: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0
    private(set) var open: UInt64
    private(set) var width: Int

    /// - Parameters:
    ///   - open: bits that do not yet fill a byte.
    ///   - width: their number, below 8.
    init(_ memory: UnsafeMutableBufferPointer<UInt8>, open: UInt64, width: Int) {
        self.memory = memory
        self.open = open
        self.width = width
    }

    /// - Parameter word: from a ``BlockCode``.
    package mutating func write(_ word: BlockCode.Word) {
        open |= UInt64(word.bits) << UInt64(width)
        width += Int(word.count)
        // No word has more than 32 bits, so that 31 and one more always fit.
        guard width >= 32 else { return }
        precondition(count + 4 <= memory.count, "a block that is longer than was said")
        for place in 0..<4 { memory[count + place] = UInt8(truncatingIfNeeded: open >> UInt64(8 * place)) }
        count += 4
        open >>= 32
        width -= 32
    }

    /// Up to the last whole byte.
    mutating func flush() {
        while width >= 8 {
            memory[count] = UInt8(truncatingIfNeeded: open)
            count += 1
            open >>= 8
            width -= 8
        }
    }
}
