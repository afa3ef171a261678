internal import CArgon2

/// Why a password could not be hashed or compared.
///
/// Never holds the password.
public enum PasswordHashError: Error, Hashable {
    /// The password has this many bytes of UTF-8, more than ``PasswordHash/longestPassword``.
    case tooLong(bytes: Int)
    case noRandomness(RandomnessError)
    /// libargon2's own code, most often for want of memory.
    case engine(code: Int32)
}

extension PasswordHashError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLong(let bytes):
            "a password may have \(PasswordHash.longestPassword) bytes at most, this one has \(bytes)"
        case .noRandomness(let cause):
            "no salt for a password: \(cause)"
        case .engine(let code):
            "argon2 failed: \(String(cString: argon2_error_message(code))) (\(code))"
        }
    }
}
