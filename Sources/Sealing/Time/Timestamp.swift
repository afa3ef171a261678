internal import CCrypto
public import Digests

/// A token that an authority for time gave (RFC 3161, 2.4.2), read and not yet believed.
public struct Timestamp: Sendable, Hashable {
    /// A CMS `ContentInfo` in DER.
    public let token: [UInt8]
    /// What was dated.
    public let digest: SHA256Digest
    /// Since 1970, UTC; what a token tells beyond whole seconds is left out.
    public let seconds: Int64
    /// Whom the signer's certificate names: `/C=MY/CN=TSA`.
    public let authority: String

    /// No token with its certificates is longer.
    private static let longest = 64 << 10

    /// - Returns: nil for what is no token of one signer, with his certificate, over a SHA-256.
    public init?(token: [UInt8]) {
        guard token.count <= Self.longest, let read = Reading(token), let facts = read.facts else { return nil }
        self.token = token
        (digest, seconds, authority) = facts
    }

    /// Whether its signature holds, and its certificate, which must be one for timestamps, held when it signed.
    /// - Parameter anchors: certificates in DER of those who are believed; nil believes the token's own certificate,
    ///   and so says only that the token is whole.
    public func isGenuine(anchors: [[UInt8]]? = nil) -> Bool {
        Reading(token)?.isGenuine(anchors: anchors, at: seconds) == true
    }

    /// The token as the answer of an authority (RFC 3161, 2.4.2), which is what other programs read from files.
    public var response: [UInt8] { DER.sequence([DER.sequence([DER.integer(0)]), token]) }
}

/// A token while libcrypto holds it.
private struct Reading: ~Copyable {
    private let pointer: UnsafeMutablePointer<PKCS7>

    init?(_ token: [UInt8]) {
        let read = token.withUnsafeBufferPointer { bytes -> UnsafeMutablePointer<PKCS7>? in
            var start = bytes.baseAddress
            return d2i_PKCS7(nil, &start, bytes.count)
        }
        ERR_clear_error()
        guard let read else { return nil }
        pointer = read
    }

    deinit { PKCS7_free(pointer) }

    var facts: (SHA256Digest, Int64, String)? {
        guard let information = PKCS7_to_TS_TST_INFO(pointer) else {
            ERR_clear_error()
            return nil
        }
        defer { TS_TST_INFO_free(information) }
        guard let imprint = TS_TST_INFO_get_msg_imprint(information), Self.isSHA256(imprint),
            let message = TS_MSG_IMPRINT_get_msg(imprint), let start = ASN1_STRING_get0_data(message),
            let digest = SHA256Digest(
                bytes: Array(UnsafeBufferPointer(start: start, count: Int(ASN1_STRING_length(message))))),
            let time = TS_TST_INFO_get_time(information), let seconds = Self.seconds(time), let authority
        else { return nil }
        return (digest, seconds, authority)
    }

    private static func isSHA256(_ imprint: OpaquePointer) -> Bool {
        guard let algorithm = TS_MSG_IMPRINT_get_algo(imprint) else { return false }
        return OBJ_obj2nid(algorithm.pointee.algorithm) == NID_sha256
    }

    private static func seconds(_ time: UnsafePointer<ASN1_GENERALIZEDTIME>) -> Int64? {
        guard let epoch = ASN1_TIME_set(nil, 0) else { return nil }
        defer { ASN1_STRING_free(epoch) }
        var (days, rest) = (Int32(0), Int32(0))
        guard ASN1_TIME_diff(&days, &rest, epoch, time) == 1 else { return nil }
        return Int64(days) * 86_400 + Int64(rest)
    }

    /// The name of the only signer, whose certificate must be in the token.
    private var authority: String? {
        guard let signers = PKCS7_get0_signers(pointer, nil, 0) else {
            ERR_clear_error()
            return nil
        }
        defer { OPENSSL_sk_free(signers) }
        guard OPENSSL_sk_num(signers) == 1, let signer = OPENSSL_sk_value(signers, 0),
            let name = X509_NAME_oneline(X509_get_subject_name(OpaquePointer(signer)), nil, 0)
        else { return nil }
        defer { CRYPTO_free(name, #file, #line) }
        return String(cString: name)
    }

    func isGenuine(anchors: [[UInt8]]?, at seconds: Int64) -> Bool {
        guard let store = X509_STORE_new(), let context = TS_VERIFY_CTX_new() else { return false }
        // The context owns the store from here on.
        TS_VERIFY_CTX_set_store(context, store)
        defer {
            TS_VERIFY_CTX_free(context)
            ERR_clear_error()
        }
        let parameters = X509_STORE_get0_param(store)
        X509_VERIFY_PARAM_set_time(parameters, time_t(seconds))
        if let anchors {
            for der in anchors { Self.trust(der, in: store) }
        } else {
            X509_VERIFY_PARAM_set_flags(parameters, UInt(X509_V_FLAG_PARTIAL_CHAIN))
            trustOwn(in: store)
        }
        TS_VERIFY_CTX_set_flags(context, Int32(akmal_timestamp_checks))
        return TS_RESP_verify_token(context, pointer) == 1
    }

    private static func trust(_ der: [UInt8], in store: OpaquePointer) {
        let certificate = der.withUnsafeBufferPointer { bytes in
            var start = bytes.baseAddress
            return d2i_X509(nil, &start, bytes.count)
        }
        guard let certificate else { return }
        X509_STORE_add_cert(store, certificate)
        X509_free(certificate)
    }

    private func trustOwn(in store: OpaquePointer) {
        guard let signers = PKCS7_get0_signers(pointer, nil, 0) else { return }
        defer { OPENSSL_sk_free(signers) }
        for index in 0..<OPENSSL_sk_num(signers) {
            guard let signer = OPENSSL_sk_value(signers, index) else { continue }
            X509_STORE_add_cert(store, OpaquePointer(signer))
        }
    }
}
