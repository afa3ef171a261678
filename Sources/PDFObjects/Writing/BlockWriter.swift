/// Writes a block's symbols one bit behind the other, into memory that is long enough.
struct BlockWriter: ~Copyable {
    /// Bytes that there must be behind the last one.
    static let margin = 8

    private let memory: UnsafeMutableRawBufferPointer
    private(set) var count = 0
    /// Bits that do not yet fill a byte.
    private(set) var open: UInt64
    /// Their number, below 8.
    private(set) var width: UInt64

    init(_ memory: UnsafeMutableBufferPointer<UInt8>, open: UInt64 = 0, width: UInt64 = 0) {
        self.memory = UnsafeMutableRawBufferPointer(memory)
        self.open = open
        self.width = width
    }

    /// - Parameter word: from a ``BlockCode``.
    @inline(__always)
    mutating func write(_ word: BlockCode.Word) {
        // All that is open is stored each time: to see whether a byte is full takes longer.
        open |= UInt64(word.bits) &<< width
        width &+= UInt64(word.count)
        precondition(count <= memory.count &- Self.margin, "a block that is longer than was said")
        memory.storeBytes(of: open.littleEndian, toByteOffset: count, as: UInt64.self)
        count &+= Int(truncatingIfNeeded: width &>> 3)
        open &>>= width & ~7
        width &= 7
    }

    /// Fills the last byte up.
    mutating func fill() { write(.init(bits: 0, count: UInt8((8 - width) & 7))) }
}
