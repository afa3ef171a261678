import CCrypto
import Testing

@testable import Sealing

/// Beside libcrypto, which inverts in another way.
@Suite struct `Numbers inverted by the order of P-256` {
    private static let order: [UInt8] = [
        0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xBC, 0xE6,
        0xFA, 0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51,
    ]

    private func inverse(of number: [UInt8]) throws -> [UInt8] {
        let context = try #require(BN_CTX_new())
        let value = try #require(BN_bin2bn(number, 32, nil))
        let modulus = try #require(BN_bin2bn(Self.order, 32, nil))
        let inverse = try #require(BN_mod_inverse(nil, value, modulus, context))
        defer {
            for number in [value, modulus, inverse] { BN_free(number) }
            BN_CTX_free(context)
        }
        var bytes = [UInt8](repeating: 0, count: 32)
        #expect(BN_bn2binpad(inverse, &bytes, 32) == 32)
        return bytes
    }

    private func small(_ low: [UInt8]) -> [UInt8] { [UInt8](repeating: 0, count: 32 - low.count) + low }

    @Test func `are what libcrypto says, near the ends`() throws {
        var numbers: [[UInt8]] = []
        for low: UInt8 in 1...40 {
            numbers.append(small([low]))
            numbers.append(Self.order.dropLast() + [0x51 &- low])
        }
        // Powers of two, and all ones behind them.
        for bit in 0..<255 {
            var power = [UInt8](repeating: 0, count: 32)
            power[31 - bit / 8] = 1 << UInt8(bit % 8)
            numbers.append(power)
            var ones = [UInt8](repeating: 0, count: 31 - bit / 8) + [UInt8](repeating: 0xFF, count: bit / 8 + 1)
            ones[31 - bit / 8] = (2 << UInt8(bit % 8)) &- 1
            if ones.lexicographicallyPrecedes(Self.order) { numbers.append(ones) }
        }
        for number in numbers where number.lexicographicallyPrecedes(Self.order) {
            #expect(OrderInverse.inverse(of: number) == (try inverse(of: number)))
        }
    }

    @Test func `are what libcrypto says, anywhere`() throws {
        var source = NonceSource(scalar: small([7]), digest: small([9]))
        for _ in 0..<4000 {
            let number = source.next()
            guard number.lexicographicallyPrecedes(Self.order) else { continue }
            #expect(OrderInverse.inverse(of: number) == (try inverse(of: number)))
        }
    }
}
