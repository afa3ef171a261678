/// Inverts a number by the order of P-256 in a time that tells nothing of the number.
///
/// After Bernstein and Yang, "Fast constant-time gcd computation and modular inversion" (2019): ten rounds of 62 division
/// steps each, in the form in which delta begins at one half, for which 590 steps do for numbers of 256 bits. libcrypto's
/// own function that hides its time, `BN_mod_inverse`, takes five times as long.
struct OrderInverse {
    /// Five digits of 62 bits, the lowest first; the last one has the sign.
    private typealias Digits = InlineArray<5, Int64>

    private static let bits = 62
    private static let mask = (UInt64(1) << 62) - 1
    private static let rounds = 10

    /// SEC 2, 2.4.2: n, in bytes.
    private static let order: [UInt8] = [
        0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xBC, 0xE6,
        0xFA, 0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51,
    ]
    private static let modulus = digits(order)
    /// The modulus' inverse by 2⁶².
    private static let inverse: UInt64 = {
        let low = UInt64(bitPattern: modulus[0])
        // Each step doubles how many bits are right, of which the first three are.
        var inverse = low
        for _ in 0..<5 { inverse = inverse &* (2 &- low &* inverse) }
        return inverse & mask
    }()

    /// - Parameter number: 32 bytes, above 0 and below the order.
    /// - Returns: 32 bytes.
    static func inverse(of number: [UInt8]) -> [UInt8] {
        let modulus = modulus
        var (f, g) = (modulus, digits(number))
        var (d, e): (Digits, Digits) = ([0, 0, 0, 0, 0], [1, 0, 0, 0, 0])
        // −(delta + 1/2).
        var zeta: Int64 = -1
        for _ in 0..<rounds {
            let matrix = Matrix(&zeta, UInt64(bitPattern: f[0]), UInt64(bitPattern: g[0]))
            (d, e) = matrix.applied(d, e, by: modulus, inverse)
            (f, g) = matrix.applied(f, g)
        }
        // g is 0 now, and f is 1 or −1.
        return bytes(reduced(d, negated: f[4] >> 63, modulus))
    }

    /// What many division steps do to f and g together, times 2⁶².
    private struct Matrix {
        var (u, v, q, r): (Int64, Int64, Int64, Int64) = (1, 0, 0, 1)

        init(_ zeta: inout Int64, _ f: UInt64, _ g: UInt64) {
            var (f, g) = (Int64(bitPattern: f), Int64(bitPattern: g))
            for _ in 0..<bits {
                // All ones, or none: whether delta is positive, and whether g is odd.
                let isPositive = zeta >> 63
                let isOdd = -(g & 1)
                g &+= ((f ^ isPositive) &- isPositive) & isOdd
                q &+= ((u ^ isPositive) &- isPositive) & isOdd
                r &+= ((v ^ isPositive) &- isPositive) & isOdd
                let isExchanged = isPositive & isOdd
                zeta = (zeta ^ isExchanged) &- 1
                f &+= g & isExchanged
                u &+= q & isExchanged
                v &+= r & isExchanged
                g >>= 1
                u <<= 1
                v <<= 1
            }
        }

        /// To f and g, which it divides by 2⁶² without a rest.
        func applied(_ f: Digits, _ g: Digits) -> (Digits, Digits) {
            applied(f, g, adding: (0, 0), of: [0, 0, 0, 0, 0])
        }

        /// To d and e, to which multiples of the modulus are added so that the division leaves no rest.
        func applied(_ d: Digits, _ e: Digits, by modulus: Digits, _ inverse: UInt64) -> (Digits, Digits) {
            let (isNegativeD, isNegativeE) = (d[4] >> 63, e[4] >> 63)
            let forD = multiple((u & isNegativeD) &+ (v & isNegativeE), sum(d[0], e[0], u, v), inverse)
            let forE = multiple((q & isNegativeD) &+ (r & isNegativeE), sum(d[0], e[0], q, r), inverse)
            return applied(d, e, adding: (forD, forE), of: modulus)
        }

        private func applied(
            _ a: Digits, _ b: Digits, adding multiples: (Int64, Int64), of modulus: Digits
        ) -> (Digits, Digits) {
            var (newA, newB): (Digits, Digits) = (a, b)
            var (first, second): (Int128, Int128) = (0, 0)
            for place in 0..<5 {
                first &+= sum(a[place], b[place], u, v) &+ Int128(modulus[place]) &* Int128(multiples.0)
                second &+= sum(a[place], b[place], q, r) &+ Int128(modulus[place]) &* Int128(multiples.1)
                // The lowest digits are 0 and fall away.
                if place > 0 { (newA[place - 1], newB[place - 1]) = (first.lowest, second.lowest) }
                first >>= Int128(bits)
                second >>= Int128(bits)
            }
            newA[4] = Int64(truncatingIfNeeded: first)
            newB[4] = Int64(truncatingIfNeeded: second)
            return (newA, newB)
        }

        private func sum(_ a: Int64, _ b: Int64, _ x: Int64, _ y: Int64) -> Int128 {
            Int128(x) &* Int128(a) &+ Int128(y) &* Int128(b)
        }

        /// How many moduli make the lowest digit 0.
        private func multiple(_ begun: Int64, _ sum: Int128, _ inverse: UInt64) -> Int64 {
            let low = UInt64(truncatingIfNeeded: sum)
            return begun &- Int64(bitPattern: (inverse &* low &+ UInt64(bitPattern: begun)) & mask)
        }
    }

    /// From 0 to below the modulus; negated where the mask says so.
    private static func reduced(_ number: Digits, negated mask: Int64, _ modulus: Digits) -> Digits {
        var number = number
        add(modulus, &number, where: number[4] >> 63)
        for place in 0..<5 { number[place] = (number[place] ^ mask) &- mask }
        carry(&number)
        add(modulus, &number, where: number[4] >> 63)
        return number
    }

    private static func add(_ modulus: Digits, _ number: inout Digits, where mask: Int64) {
        for place in 0..<5 { number[place] &+= modulus[place] & mask }
        carry(&number)
    }

    private static func carry(_ number: inout Digits) {
        for place in 0..<4 {
            number[place + 1] &+= number[place] >> Int64(bits)
            number[place] &= Int64(mask)
        }
    }

    private static func digits(_ bytes: [UInt8]) -> Digits {
        let (w0, w1, w2, w3) = (word(bytes, 24), word(bytes, 16), word(bytes, 8), word(bytes, 0))
        return [
            Int64(w0 & mask), Int64((w0 >> 62 | w1 << 2) & mask), Int64((w1 >> 60 | w2 << 4) & mask),
            Int64((w2 >> 58 | w3 << 6) & mask), Int64(w3 >> 56),
        ]
    }

    private static func word(_ bytes: [UInt8], _ place: Int) -> UInt64 {
        bytes.withUnsafeBytes { UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt64.self)) }
    }

    private static func bytes(_ digits: Digits) -> [UInt8] {
        func digit(_ place: Int) -> UInt64 { UInt64(bitPattern: digits[place]) }
        let words = [
            digit(3) >> 6 | digit(4) << 56, digit(2) >> 4 | digit(3) << 58, digit(1) >> 2 | digit(2) << 60,
            digit(0) | digit(1) << 62,
        ]
        return [UInt8](unsafeUninitializedCapacity: 32) { bytes, count in
            let memory = UnsafeMutableRawBufferPointer(bytes)
            for (place, word) in words.enumerated() {
                memory.storeBytes(of: word.bigEndian, toByteOffset: 8 * place, as: UInt64.self)
            }
            count = 32
        }
    }
}

extension Int128 {
    /// The lowest 62 bits.
    fileprivate var lowest: Int64 { Int64(truncatingIfNeeded: self) & 0x3FFF_FFFF_FFFF_FFFF }
}
