/// An ECDSA signature over P-256 in its two forms: r and s side by side (RFC 7518, 3.4; RFC 9053, 2.1), and DER
/// (RFC 3279, 2.2.3).
struct ECDSASignature {
    private static let half = 32
    /// r and s, 32 bytes each.
    let bytes: [UInt8]

    init?(bytes: [UInt8]) {
        guard bytes.count == 2 * Self.half else { return nil }
        self.bytes = bytes
    }

    init?(der: [UInt8]) {
        guard der.count >= 8, der[0] == 0x30, Int(der[1]) == der.count - 2 else { return nil }
        var rest = der.dropFirst(2)
        guard let r = Self.integer(&rest), let s = Self.integer(&rest), rest.isEmpty else { return nil }
        bytes = r + s
    }

    var der: [UInt8] {
        DER.sequence([
            DER.integer(unsigned: Array(bytes.prefix(Self.half))),
            DER.integer(unsigned: Array(bytes.suffix(Self.half))),
        ])
    }

    private static func integer(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        guard rest.popFirst() == 0x02, let count = rest.popFirst().map(Int.init), (1...33).contains(count),
            rest.count >= count
        else { return nil }
        let content = rest.prefix(count)
        rest = rest.dropFirst(count)
        let digits = content.first == 0 ? content.dropFirst() : content
        guard digits.count <= half, content.first.map({ $0 < 0x80 }) == true else { return nil }
        return [UInt8](repeating: 0, count: half - digits.count) + digits
    }
}
