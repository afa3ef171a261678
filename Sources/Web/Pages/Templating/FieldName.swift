/// A field's name, with a mark that tells most others from it at once.
struct FieldName: Sendable, Hashable {
    let text: String
    /// Of its length and its letters' first and last eight.
    private let mark: UInt64

    init(_ text: String) {
        self.text = text
        mark = Self.mark(of: text)
    }

    /// Pages name their values anew for every row, so that a mark of all letters would count.
    private static func mark(of text: String) -> UInt64 {
        let mark = text.utf8.withContiguousStorageIfAvailable { letters in
            let bytes = UnsafeRawBufferPointer(letters)
            guard bytes.count >= 8 else {
                return bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            }
            let first = bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
            let last = bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
            return (first ^ UInt64(bytes.count)) &* 0x9E37_79B9_7F4A_7C15 ^ last
        }
        return mark ?? 0
    }

    static func == (one: FieldName, other: FieldName) -> Bool { one.mark == other.mark && one.text == other.text }

    func hash(into hasher: inout Hasher) { hasher.combine(mark) }
}

extension FieldName: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self.init(text) }
}
