import Digests
import Testing

@Suite struct AuthenticationCodeTests {
    /// Test cases 1, 2 and 6 of RFC 4231.
    @Test func `the codes of RFC 4231 come out`() {
        #expect(
            AuthenticationCode(of: "Hi There", key: [UInt8](repeating: 0x0b, count: 20)).hex
                == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
        #expect(
            AuthenticationCode(of: "what do ya want for nothing?", key: Array("Jefe".utf8)).hex
                == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        #expect(
            AuthenticationCode(
                of: "Test Using Larger Than Block-Size Key - Hash Key First", key: [UInt8](repeating: 0xaa, count: 131)
            ).hex == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
    }

    @Test func `a presented code equals the made one only if every bit does`() throws {
        let code = AuthenticationCode(of: "session", key: [1, 2, 3])
        #expect(AuthenticationCode(hex: code.hex) == code)
        for position in 0..<64 {
            var digits = Array(code.hex)
            digits[position] = digits[position] == "0" ? "1" : "0"
            #expect(AuthenticationCode(hex: String(digits)) != code)
        }
        #expect(AuthenticationCode(hex: code.hex.dropLast(2)) == nil)
    }

    @Test func `secrets of different lengths are never equal`() {
        #expect(ConstantTime.equal([], []))
        #expect(ConstantTime.equal([1, 2], [1, 2]))
        #expect(!ConstantTime.equal([1, 2], [1, 3]))
        #expect(!ConstantTime.equal([1, 2], [1, 2, 0]))
    }
}
