internal import CCrypto

/// Comparison of secrets.
public enum ConstantTime {
    /// Whether both hold the same bytes, in a time that tells nothing of where they differ.
    ///
    /// Their lengths are no secret.
    public static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
    }
}
