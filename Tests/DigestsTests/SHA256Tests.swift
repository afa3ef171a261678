import Digests
import FoundationEssentials
import Testing

@Suite struct `SHA-256` {
    /// NIST's examples for FIPS 180-4, and the empty message.
    static let vectors: [(message: String, hex: String)] = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ]

    @Test(arguments: vectors.indices)
    func `known messages have their known digest, at once and byte by byte`(index: Int) {
        let (message, hex) = Self.vectors[index]
        #expect(SHA256Digest(of: message).hex == hex)
        #expect(SHA256Digest(of: Array(message.utf8)).description == hex)

        var hasher = SHA256Hasher()
        for byte in message.utf8 { hasher.update([byte]) }
        #expect(hasher.finish().hex == hex)
    }

    @Test func `a million letters a hash in pieces of any size to the known digest`() {
        let expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        for size in [1, 63, 64, 65, 4096] {
            var hasher = SHA256Hasher()
            var rest = 1_000_000
            while rest > 0 {
                hasher.update([UInt8](repeating: 97, count: min(size, rest)))
                rest -= min(size, rest)
            }
            #expect(hasher.finish().hex == expected)
        }
    }

    @Test(arguments: [0, 1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 1_000_000])
    func `a file has the digest of its bytes, whatever its length`(length: Int) throws {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        let file = FileManager.default.temporaryDirectory.appending(path: "akmal-digest-\(UUID().uuidString)")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(SHA256Digest(ofFile: file.path) == SHA256Digest(of: bytes))
    }

    @Test func `what cannot be read as a file has no digest`() {
        #expect(SHA256Digest(ofFile: "/nowhere/at/all") == nil)
        #expect(SHA256Digest(ofFile: "/") == nil)
    }

    @Test func `print and parse are inverse, in either case`() throws {
        let digest = SHA256Digest(of: "sijil")
        #expect(SHA256Digest(hex: digest.hex) == digest)
        #expect(SHA256Digest(hex: digest.hex.uppercased()) == digest)
        #expect(SHA256Digest(bytes: digest.bytes) == digest)
    }

    @Test(arguments: [
        "", "ab", String(repeating: "0", count: 63), String(repeating: "0", count: 65),
        "é" + String(repeating: "0", count: 62), String(repeating: "g", count: 64),
    ])
    func `what is not 64 hexadecimal digits is no digest`(text: String) {
        #expect(SHA256Digest(hex: text) == nil)
    }

    @Test func `digests sort as their print sorts`() {
        let digests = (0..<200).map { SHA256Digest(of: "\($0)") }
        #expect(digests.sorted().map(\.hex) == digests.map(\.hex).sorted())
    }
}
