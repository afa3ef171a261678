/// A value of CBOR (RFC 8949), as far as signed claims need it: no floats, no null, no indefinite lengths.
public indirect enum CBORValue: Sendable, Hashable {
    case unsigned(UInt64)
    /// −1 − n: `negative(6)` is −7.
    case negative(UInt64)
    case bytes([UInt8])
    case text(String)
    case array([CBORValue])
    /// Keys in the order of their encodings, each once; ``map(of:)`` puts them so.
    case map([Entry])
    case tagged(UInt64, CBORValue)

    public struct Entry: Sendable, Hashable {
        public let key: CBORValue
        public let value: CBORValue

        public init(_ key: CBORValue, _ value: CBORValue) {
            self.key = key
            self.value = value
        }
    }

    public static func integer(_ value: Int64) -> CBORValue {
        value < 0 ? .negative(UInt64(bitPattern: ~value)) : .unsigned(UInt64(value))
    }

    /// A map whose keys are put in order.
    /// - Precondition: no key stands twice.
    public static func map(of entries: [Entry]) -> CBORValue {
        let keyed = entries.map { (bytes: $0.key.encoded, entry: $0) }
            .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        precondition(zip(keyed, keyed.dropFirst()).allSatisfy { $0.bytes != $1.bytes }, "a key stands twice")
        return .map(keyed.map(\.entry))
    }

    /// The integer, if it is one that fits.
    public var integer: Int64? {
        switch self {
        case .unsigned(let value): Int64(exactly: value)
        case .negative(let value): Int64(exactly: value).map { ~$0 }
        default: nil
        }
    }

    /// The value of a key; nil for what is no map.
    public subscript(_ key: Int64) -> CBORValue? {
        guard case .map(let entries) = self else { return nil }
        return entries.first { $0.key == .integer(key) }?.value
    }
}

extension CBORValue {
    /// The one encoding that RFC 8949, 4.2.1 calls deterministic.
    public var encoded: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .unsigned(let value): Self.head(0, value, to: &bytes)
        case .negative(let value): Self.head(1, value, to: &bytes)
        case .bytes(let content):
            Self.head(2, UInt64(content.count), to: &bytes)
            bytes += content
        case .text(let text):
            Self.head(3, UInt64(text.utf8.count), to: &bytes)
            bytes += text.utf8
        case .array(let values):
            Self.head(4, UInt64(values.count), to: &bytes)
            for value in values { value.write(to: &bytes) }
        case .map(let entries):
            Self.head(5, UInt64(entries.count), to: &bytes)
            for entry in entries {
                entry.key.write(to: &bytes)
                entry.value.write(to: &bytes)
            }
        case .tagged(let tag, let value):
            Self.head(6, tag, to: &bytes)
            value.write(to: &bytes)
        }
    }

    /// The major type and its argument, in as few bytes as hold it.
    private static func head(_ major: UInt8, _ value: UInt64, to bytes: inout [UInt8]) {
        let kind = major << 5
        let width: Int
        switch value {
        case ..<24: return bytes.append(kind | UInt8(value))
        case ..<0x100: width = 1
        case ..<0x1_0000: width = 2
        case ..<0x1_0000_0000: width = 4
        default: width = 8
        }
        bytes.append(kind | UInt8(24 + width.trailingZeroBitCount))
        for shift in stride(from: (width - 1) * 8, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(shift)))
        }
    }
}
