internal import CCrypto

/// An HMAC-SHA-256 (RFC 2104): proof that whoever made it holds the key.
///
/// Equality takes the same time wherever codes differ.
public struct AuthenticationCode: Sendable, Equatable {
    /// 32 bytes.
    public let bytes: [UInt8]

    public init(of message: [UInt8], key: [UInt8]) {
        var code = [UInt8](repeating: 0, count: SHA256Digest.count)
        let made = HMAC(EVP_sha256(), key, Int32(key.count), message, message.count, &code, nil)
        precondition(made != nil, "libcrypto gives no HMAC")
        bytes = code
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
