internal import CCrypto

/// Randomness that nobody can guess, from libcrypto's generator, which the kernel seeds.
public enum SecureRandom {
    /// Tokens, keys and salts.
    ///
    /// Throws only when the system gives no entropy; then nothing secret may be made.
    public static func bytes(_ count: Int) throws(RandomnessError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        guard count == 0 || RAND_bytes(&bytes, Int32(count)) == 1 else {
            throw RandomnessError(code: UInt64(ERR_get_error()))
        }
        return bytes
    }
}

/// The system gives no secure randomness.
public struct RandomnessError: Error, Hashable, CustomStringConvertible {
    /// libcrypto's packed code; `openssl errstr` explains it.
    public let code: UInt64

    public var description: String {
        "the system gives no secure randomness (libcrypto error \(String(code, radix: 16))); is /dev/urandom there?"
    }
}
