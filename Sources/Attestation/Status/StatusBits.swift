/// The bits of a status list (W3C Bitstring Status List): index 0 is the highest bit of the first byte.
public struct StatusBits: Sendable, Hashable {
    /// Entries in a list: the least that the specification allows, so that one certificate hides among many.
    public static let count = 131_072
    public private(set) var bytes: [UInt8]

    /// None set.
    public init() { bytes = [UInt8](repeating: 0, count: Self.count / 8) }

    public init(set indexes: some Sequence<Int>) {
        self.init()
        for index in indexes { self[index] = true }
    }

    /// nil unless there are exactly as many bytes as a list has.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.count / 8 else { return nil }
        self.bytes = bytes
    }

    /// - Precondition: the index is in the list.
    public subscript(index: Int) -> Bool {
        get { bytes[index / 8] & 0x80 >> (index % 8) != 0 }
        set {
            let bit = UInt8(0x80) >> (index % 8)
            if newValue { bytes[index / 8] |= bit } else { bytes[index / 8] &= ~bit }
        }
    }
}
