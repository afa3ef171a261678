internal import CCrypto

/// Hashes a stream piece by piece, in constant memory: the only owner of an `EVP_MD_CTX`.
public struct SHA256Hasher: ~Copyable {
    private let context: OpaquePointer

    public init() {
        let context = EVP_MD_CTX_new()
        // Without memory for 100 bytes, or with a libcrypto that lacks SHA-256, there is nothing to go on with.
        guard let context, EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            preconditionFailure("libcrypto gives no SHA-256")
        }
        self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        let taken = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
        precondition(taken == 1, "libcrypto refused to hash")
    }

    public mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update($0) }
    }

    /// Gives the digest; the hasher cannot be used afterwards.
    public consuming func finish() -> SHA256Digest {
        var bytes = [UInt8](repeating: 0, count: SHA256Digest.count)
        guard EVP_DigestFinal_ex(context, &bytes, nil) == 1, let digest = SHA256Digest(bytes: bytes) else {
            preconditionFailure("libcrypto gives no SHA-256")
        }
        return digest
    }
}
