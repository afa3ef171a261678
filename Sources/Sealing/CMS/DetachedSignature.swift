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
    ///   - form: of the key's undated signatures.
    ///   - clock: dates the signature (EN 319 122-1, 5.3: level T); nil leaves it undated.
    init(
        over digest: SHA256Digest, by key: SealingKey, _ form: SignatureForm,
        datedBy clock: (any TimestampAuthority)? = nil
    ) throws(SealingProblem) {
        // Signed as the set that they are, sent under a tag of their own (RFC 5652, 5.4).
        let plain = try key.signer.signature(of: form.toBeSigned(digest))
        let signature: [UInt8]
        switch key.signer.algorithm {
        case .es256:
            guard let pair = ECDSASignature(bytes: plain) else { throw .engine("read a signature") }
            signature = pair.der
        case .rs256: signature = plain
        case .ed25519: throw .unsuitableKey("Ed25519, for PDF files")
        }
        if clock == nil, let whole = form.whole(digest, signature) {
            bytes = whole
            return
        }
        let token = try clock.map { clock throws(SealingProblem) in
            try clock.token(for: SHA256Digest(of: signature))
        }
        bytes = Self.whole(Self.attributes(of: digest, key), signature, key, token)
    }

    /// Of a key whose signatures have the usual lengths: two numbers of 31 to 33 bytes each.
    static func form(of key: SealingKey) -> SignatureForm {
        SignatureForm(of: key, lengths: key.signer.algorithm == .es256 ? 68...72 : 256...256)
    }

    /// How many bytes a signature of the key takes at the most, undated.
    static func longest(by key: SealingKey) -> Int {
        let attributes = Self.attributes(of: SHA256Digest(of: []), key)
        let signature =
            switch key.signer.algorithm {
            // Two numbers of 32 bytes, each with a zero before it.
            case .es256: 72
            case .rs256, .ed25519: 512
            }
        return whole(attributes, [UInt8](repeating: 0, count: signature), key, nil).count
    }

    static func attributes(of digest: SHA256Digest, _ key: SealingKey) -> [UInt8] {
        DER.sorted([
            attribute(contentType, data), attribute(messageDigest, DER.octets(digest.bytes)),
            attribute(signingCertificate, certificate(key.chain.own.der)),
        ])
    }

    /// - Parameter token: a timestamp of the signature.
    static func whole(
        _ attributes: [UInt8], _ signature: [UInt8], _ key: SealingKey, _ token: [UInt8]?
    ) -> [UInt8] {
        let algorithm = key.signer.algorithm == .rs256 ? rsa : ecdsa
        var signer = [
            DER.integer(1), DER.sequence([key.chain.own.issuer, key.chain.own.serial]), sha256,
            DER.tagged(0xA0, attributes), algorithm, DER.octets(signature),
        ]
        if let token { signer.append(DER.tagged(0xA1, attribute(timestamp, token))) }
        let content = DER.sequence([
            DER.integer(1), DER.set([sha256]), DER.sequence([data]),
            DER.tagged(0xA0, DER.sorted(key.chain.sent.map(\.der))),
            DER.set([DER.sequence(signer)]),
        ])
        return DER.sequence([signedData, DER.tagged(0xA0, content)])
    }

    private static func attribute(_ type: [UInt8], _ value: [UInt8]) -> [UInt8] {
        DER.sequence([type, DER.set([value])])
    }

    /// signing-certificate-v2 (RFC 5035, 3): SHA-256, which is the default, is not named.
    private static func certificate(_ der: [UInt8]) -> [UInt8] {
        DER.sequence([DER.sequence([DER.sequence([DER.octets(SHA256Digest(of: der).bytes)])])])
    }
}
