/// Douglas Crockford's base 32: no I, L, O or U; what is read wrongly on paper is put right.
enum Crockford {
    static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// 0 to 31; nil for what is no digit.
    ///
    /// `O` is 0, `I` and `L` are 1, case does not matter.
    static func value(of byte: UInt8) -> UInt8? {
        let upper = (97...122).contains(byte) ? byte - 32 : byte
        switch upper {
        case UInt8(ascii: "O"): return 0
        case UInt8(ascii: "I"), UInt8(ascii: "L"): return 1
        default: return digits.firstIndex(of: upper).map { UInt8($0) }
        }
    }

    /// Five bits a digit, the first bits first.
    /// - Precondition: the number of bits is a multiple of five.
    static func text(of bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var buffer = 0
        var bits = 0
        for byte in bytes {
            buffer = buffer << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(digits[buffer >> bits & 31])
            }
            buffer &= (1 << bits) - 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes that ``text(of:)`` made a text of; what is no digit counts as nothing.
    static func bytes(of text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = 0
        var bits = 0
        for value in text.utf8.compactMap(value(of:)) {
            buffer = buffer << 5 | Int(value)
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
            }
            buffer &= (1 << bits) - 1
        }
        return bytes
    }
}
