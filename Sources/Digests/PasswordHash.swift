internal import CArgon2
@_spi(_Unicode) internal import Swift

/// A password's argon2id hash (RFC 9106) in its encoded form `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`.
///
/// Making and matching take about 30 ms and 19 MiB each and block their thread: never call them on the cooperative pool.
public struct PasswordHash: Sendable, Hashable {
    /// What is stored.
    ///
    /// It holds its own salt and cost, so that older hashes still match after the cost was raised.
    public let encoded: String

    /// Passwords over this many bytes of UTF-8 are refused, so that nobody can make the server hash megabytes.
    public static let longestPassword = 1024

    /// Hashes a new password under a fresh salt.
    public init(of password: String) throws(PasswordHashError) {
        guard password.utf8.count <= Self.longestPassword else { throw .tooLong(bytes: password.utf8.count) }
        let salt: [UInt8]
        do { salt = try SecureRandom.bytes(Cost.saltBytes) } catch { throw .noRandomness(error) }
        try self.init(of: password, salt: salt)
    }

    /// Takes a stored hash.
    ///
    /// Fails when it is not argon2id version 19 in its encoded form, or asks for an absurd cost.
    public init?(encoded: String) {
        guard let cost = Cost(encoded: encoded), cost.isBearable else { return nil }
        self.encoded = encoded
    }

    init(of password: String, salt: [UInt8]) throws(PasswordHashError) {
        let bytes = Self.bytes(of: password)
        var buffer = [CChar](repeating: 0, count: 128)
        let code = argon2id_hash_encoded(
            Cost.current.passes, Cost.current.kibibytes, Cost.current.lanes, bytes, bytes.count, salt, salt.count,
            Cost.hashBytes, &buffer, buffer.count)
        guard code == ARGON2_OK.rawValue else { throw .engine(code: code) }
        encoded = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Whether this is the password's hash.
    ///
    /// An overlong password matches nothing; a failing engine throws.
    public func matches(_ password: String) throws(PasswordHashError) -> Bool {
        guard password.utf8.count <= Self.longestPassword else { return false }
        let bytes = Self.bytes(of: password)
        let code = argon2id_verify(encoded, bytes, bytes.count)
        if code == ARGON2_VERIFY_MISMATCH.rawValue { return false }
        guard code == ARGON2_OK.rawValue else { throw .engine(code: code) }
        return true
    }

    /// The normal form C of Unicode: keyboards write `é` as one scalar or as two, and both are the same letter.
    private static func bytes(of password: String) -> [UInt8] {
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: password._nfc)
        return Array(String(scalars).utf8)
    }

    /// Whether the hash was made at a lower cost than new ones are; hash again when the password is at hand.
    public var needsRehash: Bool { Cost(encoded: encoded).map { $0 < .current } ?? true }
}
