/// Arithmetic in GF(256) with the polynomial of QR codes (ISO/IEC 18004, 7.5.2).
enum GaloisField {
    private static let powers: [UInt8] = {
        var powers: [UInt8] = []
        var value = 1
        for _ in 0..<255 {
            powers.append(UInt8(value))
            value = value << 1 ^ (value & 0x80 != 0 ? 0x11D : 0)
        }
        return powers + powers
    }()

    private static let logarithms: [Int] = {
        var logarithms = [Int](repeating: 0, count: 256)
        for exponent in 0..<255 { logarithms[Int(powers[exponent])] = exponent }
        return logarithms
    }()

    static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
        a == 0 || b == 0 ? 0 : powers[logarithms[Int(a)] + logarithms[Int(b)]]
    }

    /// 2 to a power below 255.
    static func power(_ exponent: Int) -> UInt8 { powers[exponent] }
}

/// Makes the codewords that repair a block (ISO/IEC 18004, 7.5.2): what is left when the block is divided.
struct BlockRepair {
    /// At most 32.
    let count: Int
    /// What each first byte takes off the rest: four words a byte, the next codeword in the first one's highest byte.
    private let rows: [UInt64]

    init(count: Int) {
        self.count = count
        // The product of (x − 2^i), its highest coefficient left out.
        var generator = [UInt8](repeating: 0, count: count)
        generator[count - 1] = 1
        for exponent in 0..<count {
            let root = GaloisField.power(exponent)
            for index in 0..<count {
                let next = index + 1 < count ? generator[index + 1] : 0
                generator[index] = GaloisField.product(generator[index], root) ^ next
            }
        }
        rows = (0..<256).flatMap { first in
            var words: [UInt64] = [0, 0, 0, 0]
            for (place, factor) in generator.enumerated() {
                words[place / 8] |= UInt64(GaloisField.product(factor, UInt8(first))) << UInt64(56 - place % 8 * 8)
            }
            return words
        }
    }

    func codewords(of block: ArraySlice<UInt8>) -> [UInt8] {
        var (a, b, c, d): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        rows.withUnsafeBufferPointer { rows in
            for byte in block {
                let row = Int(byte ^ UInt8(a >> 56)) * 4
                a = (a << 8 | b >> 56) ^ rows[row]
                b = (b << 8 | c >> 56) ^ rows[row + 1]
                c = (c << 8 | d >> 56) ^ rows[row + 2]
                d = d << 8 ^ rows[row + 3]
            }
        }
        let rest = [a, b, c, d]
        return (0..<count).map { UInt8(truncatingIfNeeded: rest[$0 / 8] >> UInt64(56 - $0 % 8 * 8)) }
    }
}
