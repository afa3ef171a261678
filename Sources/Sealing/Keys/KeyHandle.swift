internal import CCrypto

/// A private key in libcrypto's memory; it is wiped and freed when its owner goes.
struct KeyHandle: ~Copyable {
    let pointer: OpaquePointer
    /// Of a P-256 key that shows itself.
    private let secret: PrivateScalar?

    /// Takes the key over.
    init?(_ pointer: OpaquePointer?) {
        guard let pointer else { return nil }
        self.pointer = pointer
        secret = PrivateScalar(of: pointer)
    }

    /// Reads a private key; one that wants a password is not read.
    init?(pem: String) {
        let read = Memory.reading(pem) { bio in
            // An empty password instead of a question on the terminal.
            PEM_read_bio_PrivateKey(bio, nil, { _, _, _, _ in 0 }, nil)
        }
        ERR_clear_error()
        self.init(read ?? nil)
    }

    deinit { EVP_PKEY_free(pointer) }

    var algorithm: SignatureAlgorithm? {
        switch EVP_PKEY_get_base_id(pointer) {
        case EVP_PKEY_EC where EVP_PKEY_get_bits(pointer) == 256 && isP256: .es256
        case EVP_PKEY_RSA where EVP_PKEY_get_bits(pointer) >= 2048: .rs256
        case EVP_PKEY_ED25519: .ed25519
        default: nil
        }
    }

    private var isP256: Bool {
        var name = [CChar](repeating: 0, count: 64)
        var count = 0
        guard EVP_PKEY_get_group_name(pointer, &name, name.count, &count) == 1 else { return false }
        return String(decoding: name.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self) == "prime256v1"
    }

    /// As libcrypto gives it: DER for ECDSA.
    func signature(of message: [UInt8], _ algorithm: SignatureAlgorithm) throws(SealingProblem) -> [UInt8] {
        guard let context = EVP_MD_CTX_new() else { throw .engine("make a context") }
        defer { EVP_MD_CTX_free(context) }
        let digest = algorithm == .ed25519 ? nil : EVP_sha256()
        guard EVP_DigestSignInit(context, nil, digest, nil, pointer) == 1 else { throw .engine("begin a signature") }
        var count = 0
        guard EVP_DigestSign(context, nil, &count, message, message.count) == 1 else {
            throw .engine("size a signature")
        }
        var signature = [UInt8](repeating: 0, count: count)
        guard EVP_DigestSign(context, &signature, &count, message, message.count) == 1 else { throw .engine("sign") }
        return Array(signature.prefix(count))
    }

    /// In the form that ``SignatureAlgorithm`` says.
    func plainSignature(
        of message: [UInt8], _ algorithm: SignatureAlgorithm
    ) throws(SealingProblem) -> [UInt8] {
        guard algorithm == .es256 else { return try signature(of: message, algorithm) }
        switch secret {
        case .some(let secret): return try secret.signature(of: message)
        // A key in a module does not show itself, and draws its nonces.
        case nil: break
        }
        guard let plain = ECDSASignature(der: try signature(of: message, algorithm)) else {
            throw .engine("read its own signature")
        }
        return plain.bytes
    }

    /// Whether the signature, in libcrypto's form, is this key's; works for public keys too.
    func verifies(_ signature: [UInt8], of message: [UInt8], _ algorithm: SignatureAlgorithm) -> Bool {
        guard let context = EVP_MD_CTX_new() else { return false }
        defer { EVP_MD_CTX_free(context) }
        let digest = algorithm == .ed25519 ? nil : EVP_sha256()
        guard EVP_DigestVerifyInit(context, nil, digest, nil, pointer) == 1 else { return false }
        return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }

    /// SubjectPublicKeyInfo in DER.
    var publicKey: [UInt8] {
        var output: UnsafeMutablePointer<UInt8>?
        let count = i2d_PUBKEY(pointer, &output)
        defer { CRYPTO_free(output, #file, #line) }
        guard count > 0, let output else { return [] }
        return Array(UnsafeBufferPointer(start: output, count: Int(count)))
    }

    /// PKCS #8 in PEM, unencrypted.
    var pem: String? {
        Memory.text { bio in PEM_write_bio_PrivateKey(bio, pointer, nil, nil, 0, nil, nil) == 1 }
    }
}

/// libcrypto's streams in memory.
enum Memory {
    /// What a function writes.
    static func text(_ write: (OpaquePointer) -> Bool) -> String? {
        guard let bio = BIO_new(BIO_s_mem()) else { return nil }
        defer { BIO_free(bio) }
        guard write(bio) else { return nil }
        var data: UnsafeMutablePointer<CChar>?
        let count = akmal_bio_data(bio, &data)
        guard let data, count > 0 else { return nil }
        return data.withMemoryRebound(to: UInt8.self, capacity: count) {
            String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
        }
    }

    /// Lets a function read a text.
    static func reading<Value>(_ text: String, _ read: (OpaquePointer) -> Value) -> Value? {
        var text = text
        return text.withUTF8 { bytes -> Value? in
            guard let bio = BIO_new_mem_buf(bytes.baseAddress, Int32(bytes.count)) else { return nil }
            defer { BIO_free(bio) }
            return read(bio)
        }
    }
}
