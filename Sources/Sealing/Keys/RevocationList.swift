internal import CCrypto

/// Which certificates an authority has revoked (RFC 5280, 5), as it says itself.
public struct RevocationList: Sendable, Hashable {
    public let der: [UInt8]
    /// In DER.
    let issuer: [UInt8]
    /// Until when it may be used, in seconds since 1970.
    public let until: Int64

    /// Reads one in PEM.
    public init(pem: String) throws(SealingProblem) {
        let read = Memory.reading(pem) { bio -> RevocationList? in
            guard let pointer = PEM_read_bio_X509_CRL(bio, nil, nil, nil) else { return nil }
            defer { X509_CRL_free(pointer) }
            return RevocationList(pointer)
        }
        ERR_clear_error()
        guard let read, let list = read else { throw .unreadable("list of revoked certificates") }
        self = list
    }

    public init(der: [UInt8]) throws(SealingProblem) {
        guard let list = Self.with(der, { RevocationList($0) }) ?? nil else {
            throw .unreadable("list of revoked certificates")
        }
        self = list
    }

    private init?(_ pointer: OpaquePointer) {
        guard let epoch = ASN1_TIME_set(nil, 0), let end = X509_CRL_get0_nextUpdate(pointer) else { return nil }
        defer { ASN1_STRING_free(epoch) }
        var (days, rest) = (Int32(0), Int32(0))
        guard ASN1_TIME_diff(&days, &rest, epoch, end) == 1 else { return nil }
        until = Int64(days) * 86_400 + Int64(rest)
        der = Encoding.bytes { i2d_X509_CRL(pointer, $0) }
        issuer = Encoding.bytes { i2d_X509_NAME(X509_CRL_get_issuer(pointer), $0) }
    }

    /// For the file that keeps it.
    public var pem: String? { Self.with(der) { list in Memory.text { PEM_write_bio_X509_CRL($0, list) == 1 } } ?? nil }

    /// Whether it is the certificate's authority's, which is the next in the chain, and does not name it.
    func clears(_ certificate: CertificateChain.Certificate, by authority: CertificateChain.Certificate) -> Bool {
        guard issuer == certificate.issuer else { return false }
        return Self.with(der) { list in
            Self.withCertificate(authority.der) { authority in
                guard let key = X509_get0_pubkey(authority), X509_CRL_verify(list, key) == 1 else { return false }
                return Self.withCertificate(certificate.der) { own in
                    var entry: OpaquePointer?
                    return X509_CRL_get0_by_cert(list, &entry, own) == 0
                }
            }
        } ?? false
    }

    private static func with<Value>(_ der: [UInt8], _ body: (OpaquePointer) -> Value) -> Value? {
        let pointer = der.withUnsafeBufferPointer { bytes -> OpaquePointer? in
            var start = bytes.baseAddress
            return d2i_X509_CRL(nil, &start, bytes.count)
        }
        defer { ERR_clear_error() }
        guard let pointer else { return nil }
        defer { X509_CRL_free(pointer) }
        return body(pointer)
    }

    private static func withCertificate(_ der: [UInt8], _ body: (OpaquePointer) -> Bool) -> Bool {
        let pointer = der.withUnsafeBufferPointer { bytes -> OpaquePointer? in
            var start = bytes.baseAddress
            return d2i_X509(nil, &start, bytes.count)
        }
        guard let pointer else { return false }
        defer { X509_free(pointer) }
        return body(pointer)
    }
}
