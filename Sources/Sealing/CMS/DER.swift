/// ASN.1's distinguished encoding (X.690), as far as signatures are made of it.
enum DER {
    static func tagged(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] { [tag] + length(content.count) + content }

    static func sequence(_ parts: [[UInt8]]) -> [UInt8] { tagged(0x30, parts.flatMap(\.self)) }

    /// Sorted, as a set of DER is (X.690, 11.6).
    static func set(_ parts: [[UInt8]]) -> [UInt8] { tagged(0x31, sorted(parts)) }

    static func sorted(_ parts: [[UInt8]]) -> [UInt8] {
        parts.sorted { $0.lexicographicallyPrecedes($1) }.flatMap(\.self)
    }

    static func octets(_ bytes: [UInt8]) -> [UInt8] { tagged(0x04, bytes) }

    static func integer(_ value: UInt8) -> [UInt8] { integer(unsigned: [value]) }

    /// Big-endian, never negative.
    static func integer(unsigned bytes: [UInt8]) -> [UInt8] {
        let digits = Array(bytes.drop { $0 == 0 })
        return tagged(0x02, digits.first.map { $0 < 0x80 } == true ? digits : [0] + digits)
    }

    static let null: [UInt8] = [0x05, 0x00]

    /// An object identifier from its numbers.
    static func identifier(_ numbers: [Int]) -> [UInt8] {
        tagged(0x06, ([numbers[0] * 40 + numbers[1]] + numbers.dropFirst(2)).flatMap(base128))
    }

    private static func base128(_ number: Int) -> [UInt8] {
        var digits = [UInt8(number & 0x7F)]
        var rest = number >> 7
        while rest > 0 {
            digits.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
            rest >>= 7
        }
        return digits
    }

    private static func length(_ count: Int) -> [UInt8] {
        if count < 0x80 { return [UInt8(count)] }
        let digits = stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: count >> $0) }.drop {
            $0 == 0
        }
        return [0x80 | UInt8(digits.count)] + digits
    }
}
