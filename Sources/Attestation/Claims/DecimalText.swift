/// Bytes as one decimal number, so that a QR code holds them in its numeric mode: 0.4 % more than the bytes themselves.
///
/// A 1 stands before the bytes, so that leading zeros are kept.
public enum DecimalText {
    /// More digits than any claims need; longer texts are a stranger's.
    private static let longest = 4096
    private static let limb: UInt64 = 1_000_000_000

    public static func text(of bytes: [UInt8]) -> String {
        // Limbs of nine digits, the lowest first.
        var limbs: [UInt64] = [1]
        limbs.reserveCapacity(bytes.count / 3)
        // Four bytes at a time, the first ones fewer; a limb and 32 bits more are less than 64.
        var start = 0
        var end = bytes.count % 4
        while start < bytes.count || end < bytes.count {
            var carry: UInt64 = 0
            let shift = UInt64((end - start) * 8)
            for byte in bytes[start..<end] { carry = carry << 8 | UInt64(byte) }
            if shift > 0 {
                limbs.withUnsafeMutableBufferPointer { limbs in
                    for index in limbs.indices {
                        let value = limbs[index] &<< shift &+ carry
                        carry = value / limb
                        limbs[index] = value &- carry &* limb
                    }
                }
                // Four bytes may be more than one limb holds.
                while carry > 0 {
                    limbs.append(carry % limb)
                    carry /= limb
                }
            }
            (start, end) = (end, min(end + 4, bytes.count))
        }
        return text(ofLimbs: limbs)
    }

    private static func text(ofLimbs limbs: [UInt64]) -> String {
        let first = String(limbs[limbs.count - 1])
        let count = first.utf8.count + 9 * (limbs.count - 1)
        return String(unsafeUninitializedCapacity: count) { text in
            for (place, digit) in first.utf8.enumerated() { text[place] = digit }
            // From the last digit to the first.
            var place = count
            for limb in limbs.dropLast() {
                var rest = UInt32(limb)
                for _ in 0..<9 {
                    place -= 1
                    text[place] = UInt8(48 + rest % 10)
                    rest /= 10
                }
            }
            return count
        }
    }

    /// nil for anything that ``text(of:)`` would not write.
    public static func bytes(of text: some StringProtocol) -> [UInt8]? {
        guard !text.isEmpty, text.utf8.count <= longest, text.utf8.allSatisfy({ (48...57).contains($0) }),
            text.utf8.first != 48
        else { return nil }
        // Base 256, the lowest first.
        var bytes: [UInt8] = []
        for digit in text.utf8 {
            var carry = UInt(digit - 48)
            for index in bytes.indices {
                let value = UInt(bytes[index]) * 10 + carry
                bytes[index] = UInt8(truncatingIfNeeded: value)
                carry = value >> 8
            }
            if carry > 0 { bytes.append(UInt8(carry)) }
        }
        guard bytes.popLast() == 1 else { return nil }
        return bytes.reversed()
    }
}
