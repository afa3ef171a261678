internal import CCrypto
internal import Digests

/// A P-256 key that shows itself, and so can sign with nonces made of the key and the message (RFC 6979): the same
/// message has the same signature, and what a crash interrupted is made again to the same bytes.
///
/// OpenSSL offers such nonces from 3.2 on.
struct PrivateScalar: ~Copyable {
    private static let size = 32
    private let key: OpaquePointer
    private let group: OpaquePointer
    private let order: OpaquePointer
    private let context: OpaquePointer
    private let scalar: [UInt8]

    /// - Parameter pointer: an `EVP_PKEY` that lives longer than this; nil for one that hides its scalar.
    init?(of pointer: OpaquePointer) {
        guard let key = EVP_PKEY_get0_EC_KEY(pointer), let number = EC_KEY_get0_private_key(key),
            let group = EC_KEY_get0_group(key), let order = EC_GROUP_get0_order(group)
        else {
            ERR_clear_error()
            return nil
        }
        var scalar = [UInt8](repeating: 0, count: Self.size)
        guard BN_bn2binpad(number, &scalar, Int32(Self.size)) == Int32(Self.size), let context = BN_CTX_secure_new()
        else { return nil }
        self.key = key
        self.group = group
        self.order = order
        self.context = context
        self.scalar = scalar
    }

    deinit { BN_CTX_free(context) }

    /// r and s, 32 bytes each.
    func signature(of message: [UInt8]) throws(SealingProblem) -> [UInt8] {
        let digest = SHA256Digest(of: message).bytes
        var nonces = NonceSource(scalar: scalar, digest: try reduced(digest))
        while true {
            if let signature = try signature(of: digest, nonce: nonces.next()) { return signature }
        }
    }

    /// The digest as a number below the order (RFC 6979, 2.3.4).
    private func reduced(_ digest: [UInt8]) throws(SealingProblem) -> [UInt8] {
        guard let number = BN_bin2bn(digest, Int32(digest.count), nil) else { throw .engine("read a digest") }
        defer { BN_free(number) }
        var bytes = [UInt8](repeating: 0, count: Self.size)
        guard BN_nnmod(number, number, order, context) == 1,
            BN_bn2binpad(number, &bytes, Int32(Self.size)) == Int32(Self.size)
        else { throw .engine("reduce a digest") }
        return bytes
    }

    /// nil for a nonce that is none, of which there is less than one in 2³².
    private func signature(of digest: [UInt8], nonce: [UInt8]) throws(SealingProblem) -> [UInt8]? {
        guard let k = BN_secure_new(), let x = BN_new(), let point = EC_POINT_new(group) else {
            throw .engine("make a number")
        }
        defer {
            BN_clear_free(k)
            BN_free(x)
            EC_POINT_free(point)
        }
        guard BN_bin2bn(nonce, Int32(nonce.count), k) != nil else { throw .engine("read a nonce") }
        // Nothing about the nonce may be told by the time that it takes.
        BN_set_flags(k, BN_FLG_CONSTTIME)
        if BN_is_zero(k) == 1 || BN_cmp(k, order) >= 0 { return nil }
        guard EC_POINT_mul(group, point, k, nil, nil, context) == 1,
            EC_POINT_get_affine_coordinates(group, point, x, nil, context) == 1, BN_nnmod(x, x, order, context) == 1,
            let inverse = BN_secure_new()
        else { throw .engine("use a nonce") }
        defer { BN_clear_free(inverse) }
        guard BN_bin2bn(OrderInverse.inverse(of: nonce), Int32(Self.size), inverse) != nil else {
            throw .engine("invert a nonce")
        }
        BN_set_flags(inverse, BN_FLG_CONSTTIME)
        if BN_is_zero(x) == 1 { return nil }
        guard let made = ECDSA_do_sign_ex(digest, Int32(digest.count), inverse, x, key) else {
            throw .engine("sign")
        }
        defer { ECDSA_SIG_free(made) }
        var signature = [UInt8](repeating: 0, count: 2 * Self.size)
        let half = Int32(Self.size)
        let isWhole = signature.withUnsafeMutableBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return false }
            return BN_bn2binpad(ECDSA_SIG_get0_r(made), start, half) == half
                && BN_bn2binpad(ECDSA_SIG_get0_s(made), start + Self.size, half) == half
        }
        guard isWhole else { throw .engine("write a signature") }
        return signature
    }
}

/// The generator of RFC 6979, 3.2, with HMAC-SHA-256.
struct NonceSource {
    private var key = [UInt8](repeating: 0, count: 32)
    private var value = [UInt8](repeating: 1, count: 32)
    private var isFirst = true

    /// Both of 32 bytes, the digest reduced by the order.
    init(scalar: [UInt8], digest: [UInt8]) {
        for separator: UInt8 in [0, 1] {
            key = AuthenticationCode(of: value + [separator] + scalar + digest, key: key).bytes
            value = AuthenticationCode(of: value, key: key).bytes
        }
    }

    /// 32 bytes; whether they are a number below the order is for the caller to see.
    mutating func next() -> [UInt8] {
        if !isFirst {
            key = AuthenticationCode(of: value + [0], key: key).bytes
            value = AuthenticationCode(of: value, key: key).bytes
        }
        isFirst = false
        value = AuthenticationCode(of: value, key: key).bytes
        return value
    }
}
