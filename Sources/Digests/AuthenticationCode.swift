/// An HMAC-SHA-256 (RFC 2104): proof that whoever made it holds the key.
///
/// Equality takes the same time wherever codes differ.
public struct AuthenticationCode: Sendable, Equatable {
    /// 32 bytes.
    public let bytes: [UInt8]

    public init(of message: [UInt8], key: [UInt8]) {
        // Over the plain hash: libcrypto's own looks its algorithm up anew each time, which takes ten times as long.
        let key = key.count > Self.block ? SHA256Digest(of: key).bytes : key
        let code = withUnsafeTemporaryAllocation(byteCount: Self.block, alignment: 8) { block in
            for place in 0..<Self.block { block[place] = (place < key.count ? key[place] : 0) ^ 0x36 }
            var inner = SHA256Hasher()
            inner.update(UnsafeRawBufferPointer(block))
            inner.update(message)
            for place in 0..<Self.block { block[place] ^= 0x36 ^ 0x5C }
            var outer = SHA256Hasher()
            outer.update(UnsafeRawBufferPointer(block))
            inner.finish().write(to: block)
            outer.update(UnsafeRawBufferPointer(rebasing: block[..<SHA256Digest.count]))
            return outer.finish()
        }
        bytes = code.bytes
    }

    /// Of the hash, in bytes.
    private static let block = 64

    /// Signs the UTF-8 of a text.
    public init(of text: String, key: [UInt8]) { self.init(of: Array(text.utf8), key: key) }

    /// Takes a code that somebody presents, to compare it.
    ///
    /// Fails unless there are 64 hexadecimal digits.
    public init?(hex text: some StringProtocol) {
        guard let bytes = Hexadecimal.bytes(text), bytes.count == SHA256Digest.count else { return nil }
        self.bytes = bytes
    }

    public var hex: String { Hexadecimal.text(bytes) }

    public static func == (left: Self, right: Self) -> Bool { ConstantTime.equal(left.bytes, right.bytes) }
}
