internal import CCrypto

/// Whose a key is: its own certificate first, then those that vouch for it, each by the next.
public struct CertificateChain: Sendable, Hashable {
    /// Never empty.
    public let certificates: [Certificate]

    public var own: Certificate { certificates[0] }

    /// What a signature carries: all but a root, which vouches for itself and has to be known otherwise (RFC 5652, 5.1).
    var sent: [Certificate] {
        guard let last = certificates.last, let before = certificates.dropLast().last, last.issuer == before.issuer
        else { return certificates }
        return certificates.dropLast()
    }

    /// One X.509 certificate.
    public struct Certificate: Sendable, Hashable {
        public let der: [UInt8]
        /// In DER, as a signature names it.
        let issuer: [UInt8]
        let serial: [UInt8]
        /// SubjectPublicKeyInfo in DER.
        public let publicKey: [UInt8]
    }

    /// Reads every certificate of a PEM text.
    public init(pem: String) throws(SealingProblem) {
        let read = Memory.reading(pem) { bio in
            var certificates: [Certificate] = []
            while let pointer = PEM_read_bio_X509(bio, nil, nil, nil) {
                defer { X509_free(pointer) }
                certificates.append(Certificate(pointer))
            }
            ERR_clear_error()
            return certificates
        }
        guard let read, !read.isEmpty else { throw .unreadable("certificate") }
        certificates = read
    }

    /// Reads certificates in DER, the key's own first.
    public init(der: [[UInt8]]) throws(SealingProblem) {
        var certificates: [Certificate] = []
        for bytes in der {
            let pointer = bytes.withUnsafeBufferPointer { buffer in
                var start = buffer.baseAddress
                return d2i_X509(nil, &start, buffer.count)
            }
            guard let pointer else { throw .unreadable("certificate") }
            defer { X509_free(pointer) }
            certificates.append(Certificate(pointer))
        }
        guard !certificates.isEmpty else { throw .unreadable("certificate") }
        self.certificates = certificates
    }

    /// - Throws: ``SealingProblem/wrongCertificate`` when the first one is another key's.
    public init(pem: String, for key: any Signer) throws(SealingProblem) {
        try self.init(pem: pem)
        guard own.publicKey == key.publicKey else { throw .wrongCertificate }
    }
}

extension CertificateChain.Certificate {
    fileprivate init(_ pointer: OpaquePointer) {
        der = Encoding.bytes { i2d_X509(pointer, $0) }
        issuer = Encoding.bytes { i2d_X509_NAME(X509_get_issuer_name(pointer), $0) }
        serial = Encoding.bytes { i2d_ASN1_INTEGER(X509_get0_serialNumber(pointer), $0) }
        publicKey = Encoding.bytes { i2d_PUBKEY(X509_get0_pubkey(pointer), $0) }
    }
}
