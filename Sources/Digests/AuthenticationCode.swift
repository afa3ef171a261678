/// An HMAC-SHA-256 (RFC 2104): proof that whoever made it holds the key.
///
/// Equality takes the same time wherever codes differ.
public struct AuthenticationCode: Sendable, Equatable {
    /// 32 bytes.
    public let bytes: [UInt8]

    public init(of message: [UInt8], key: [UInt8]) {
        // Over the plain hash: libcrypto's own looks its algorithm up anew each time, which takes ten times as long.
        var block = key.count > Self.block ? SHA256Digest(of: key).bytes : key
        block += [UInt8](repeating: 0, count: Self.block - block.count)
        let inner = Self.digest(of: message, behind: block.map { $0 ^ 0x36 })
        bytes = Self.digest(of: inner, behind: block.map { $0 ^ 0x5C })
    }

    /// Of the hash, in bytes.
    private static let block = 64

    private static func digest(of message: [UInt8], behind block: [UInt8]) -> [UInt8] {
        var hasher = SHA256Hasher()
        hasher.update(block)
        hasher.update(message)
        return hasher.finish().bytes
    }

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
