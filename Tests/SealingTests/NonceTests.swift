import Digests
import OtherPrograms
import Testing

@testable import Sealing

/// RFC 6979, A.2.5: P-256 with SHA-256.
@Suite struct `Nonces made of key and message` {
    private static let scalar = bytes("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721")

    @Test(arguments: [
        ("sample", "A6E3C57DD01ABE90086538398355DD4C3B17AA873382B0F24D6129493D8AAD60"),
        ("test", "D16B6AE827F17175E040871A1C7EC3500192C4C92677336EC2537ACAEE0008E0"),
    ])
    func `are those of the standard`(message: String, nonce: String) {
        var source = NonceSource(scalar: Self.scalar, digest: SHA256Digest(of: Array(message.utf8)).bytes)
        #expect(source.next() == Self.bytes(nonce))
        #expect(source.next() != Self.bytes(nonce))
    }

    @Test(arguments: [
        (
            "sample", "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716",
            "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8"
        ),
        (
            "test", "F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367",
            "019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083"
        ),
    ])
    func `give the standard's signatures`(message: String, r: String, s: String) throws {
        let openssl = try OpenSSL()
        defer { openssl.remove() }
        // SEC 1's form of the key, of which OpenSSL makes the usual one.
        try openssl.put(
            [0x30, 0x31, 0x02, 0x01, 0x01, 0x04, 0x20] + Self.scalar
                + [0xA0, 0x0A, 0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07], "key.der")
        _ = try openssl("ec", "-inform", "DER", "-in", "key.der", "-out", "key.pem")
        let key = try PEMKey(pem: openssl.text("key.pem"))
        #expect(try key.signature(of: Array(message.utf8)) == Self.bytes(r) + Self.bytes(s))
    }

    @Test func `make the same signature each time, which others accept`() throws {
        let key = try PEMKey.generate(.es256)
        let judge = try VerificationKey(publicKey: key.publicKey)
        for length in 0..<100 {
            let message = [UInt8](repeating: UInt8(length), count: length)
            let signature = try key.signature(of: message)
            #expect(try key.signature(of: message) == signature)
            #expect(judge.verifies(signature, of: message))
        }
    }

    private static func bytes(_ hex: String) -> [UInt8] { SHA256Digest(hex: hex)?.bytes ?? [] }
}
