/// Reads CBOR that strangers may have written: only the deterministic encoding, at most 4 KiB, at most eight levels deep.
///
/// Anything that another encoder could write in another way is refused, so that what was read and what was signed can
/// never be two things.
public struct CBORReader {
    private static let longest = 4096
    private static let deepest = 8
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    /// Reads exactly one value.
    public static func read(_ bytes: [UInt8]) throws(CBORProblem) -> CBORValue {
        guard bytes.count <= longest else { throw .tooLong }
        var reader = CBORReader(bytes: bytes[...], position: bytes.startIndex)
        let value = try reader.value(depth: 0)
        guard reader.position == bytes.endIndex else { throw .trailingBytes }
        return value
    }

    private mutating func value(depth: Int) throws(CBORProblem) -> CBORValue {
        guard depth <= Self.deepest else { throw .tooDeep }
        let first = try next()
        let argument = try argument(first & 0x1F)
        switch first >> 5 {
        case 0: return .unsigned(argument)
        case 1: return .negative(argument)
        case 2: return .bytes(Array(try take(argument)))
        case 3:
            guard let text = String(validating: try take(argument), as: UTF8.self) else { throw .notUTF8 }
            return .text(text)
        case 4: return .array(try array(argument, depth))
        case 5: return .map(try map(argument, depth))
        case 6: return .tagged(argument, try value(depth: depth + 1))
        default: throw .unsupported
        }
    }

    private mutating func array(_ count: UInt64, _ depth: Int) throws(CBORProblem) -> [CBORValue] {
        guard count <= UInt64(bytes.endIndex - position) else { throw .cutOff }
        var values: [CBORValue] = []
        for _ in 0..<count { values.append(try value(depth: depth + 1)) }
        return values
    }

    private mutating func map(_ count: UInt64, _ depth: Int) throws(CBORProblem) -> [CBORValue.Entry] {
        guard count <= UInt64(bytes.endIndex - position) else { throw .cutOff }
        var entries: [CBORValue.Entry] = []
        var last: ArraySlice<UInt8> = []
        for _ in 0..<count {
            let start = position
            let key = try value(depth: depth + 1)
            let encoded = bytes[start..<position]
            guard last.isEmpty || last.lexicographicallyPrecedes(encoded) else { throw .keysOutOfOrder }
            last = encoded
            entries.append(.init(key, try value(depth: depth + 1)))
        }
        return entries
    }

    private mutating func argument(_ low: UInt8) throws(CBORProblem) -> UInt64 {
        if low < 24 { return UInt64(low) }
        guard low < 28 else { throw .unsupported }
        let width = 1 << Int(low - 24)
        let value = try take(UInt64(width)).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let least: UInt64 = width == 1 ? 24 : 1 << UInt64(width * 4)
        guard value >= least else { throw .notShortest }
        return value
    }

    private mutating func next() throws(CBORProblem) -> UInt8 {
        guard position < bytes.endIndex else { throw .cutOff }
        defer { position += 1 }
        return bytes[position]
    }

    private mutating func take(_ count: UInt64) throws(CBORProblem) -> ArraySlice<UInt8> {
        guard count <= UInt64(bytes.endIndex - position) else { throw .cutOff }
        defer { position += Int(count) }
        return bytes[position..<position + Int(count)]
    }
}

/// Why bytes are not the CBOR of signed claims.
public enum CBORProblem: Error, Sendable, Hashable, CaseIterable {
    case cutOff, trailingBytes, tooLong, tooDeep, notShortest, keysOutOfOrder, notUTF8, unsupported
}
