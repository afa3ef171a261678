internal import Digests

/// A CAdES signature over bytes that are elsewhere (RFC 5652; ETSI EN 319 122-1), at the level that PAdES baseline B
/// asks for: content type, digest and the signing certificate are signed, and no time, which the PDF's own `/M` tells
/// (EN 319 142-1).
struct DetachedSignature {
    private static let data = DER.identifier([1, 2, 840, 113549, 1, 7, 1])
    private static let signedData = DER.identifier([1, 2, 840, 113549, 1, 7, 2])
    private static let contentType = DER.identifier([1, 2, 840, 113549, 1, 9, 3])
    private static let messageDigest = DER.identifier([1, 2, 840, 113549, 1, 9, 4])
    private static let signingCertificate = DER.identifier([1, 2, 840, 113549, 1, 9, 16, 2, 47])
    private static let timestamp = DER.identifier([1, 2, 840, 113549, 1, 9, 16, 2, 14])
    private static let sha256 = DER.sequence([DER.identifier([2, 16, 840, 1, 101, 3, 4, 2, 1])])
    private static let ecdsa = DER.sequence([DER.identifier([1, 2, 840, 10045, 4, 3, 2])])
    private static let rsa = DER.sequence([DER.identifier([1, 2, 840, 113549, 1, 1, 1]), DER.null])

    let bytes: [UInt8]

    /// - Parameters:
    ///   - digest: SHA-256 of what is signed.
    ///   - clock: dates the signature (EN 319 122-1, 5.3: level T); nil leaves it undated.
    init(
        over digest: SHA256Digest, by key: SealingKey, datedBy clock: (any TimestampAuthority)? = nil
    ) throws(SealingProblem) {
        let attributes = DER.sorted([
            Self.attribute(Self.contentType, Self.data),
            Self.attribute(Self.messageDigest, DER.octets(digest.bytes)),
            Self.attribute(Self.signingCertificate, Self.certificate(key.chain.own.der)),
        ])
        // Signed as the set that they are, sent under a tag of their own (RFC 5652, 5.4).
        let plain = try key.signer.signature(of: DER.tagged(0x31, attributes))
        let algorithm: [UInt8]
        let signature: [UInt8]
        switch key.signer.algorithm {
        case .es256:
            guard let pair = ECDSASignature(bytes: plain) else { throw .engine("read a signature") }
            (algorithm, signature) = (Self.ecdsa, pair.der)
        case .rs256: (algorithm, signature) = (Self.rsa, plain)
        case .ed25519: throw .unsuitableKey("Ed25519, for PDF files")
        }
        var signer = [
            DER.integer(1), DER.sequence([key.chain.own.issuer, key.chain.own.serial]), Self.sha256,
            DER.tagged(0xA0, attributes), algorithm, DER.octets(signature),
        ]
        if let clock {
            let token = try clock.token(for: SHA256Digest(of: signature))
            signer.append(DER.tagged(0xA1, Self.attribute(Self.timestamp, token)))
        }
        let content = DER.sequence([
            DER.integer(1), DER.set([Self.sha256]), DER.sequence([Self.data]),
            DER.tagged(0xA0, DER.sorted(key.chain.certificates.map(\.der))),
            DER.set([DER.sequence(signer)]),
        ])
        bytes = DER.sequence([Self.signedData, DER.tagged(0xA0, content)])
    }

    private static func attribute(_ type: [UInt8], _ value: [UInt8]) -> [UInt8] {
        DER.sequence([type, DER.set([value])])
    }

    /// signing-certificate-v2 (RFC 5035, 3): SHA-256, which is the default, is not named.
    private static func certificate(_ der: [UInt8]) -> [UInt8] {
        DER.sequence([DER.sequence([DER.sequence([DER.octets(SHA256Digest(of: der).bytes)])])])
    }
}
