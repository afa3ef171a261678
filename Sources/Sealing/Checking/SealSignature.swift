internal import Digests

/// A CAdES signature as ``DetachedSignature`` writes it, read.
struct SealSignature {
    /// Identifiers of the signed attributes, in their order.
    let attributes: [[UInt8]]
    /// SHA-256 that the signer saw; empty when it is not among the attributes.
    let messageDigest: [UInt8]
    /// SHA-256 of the certificate that the signer meant; empty when it is not told.
    let certificateDigest: [UInt8]
    /// The signer's own certificate; nil when it is not there.
    let certificate: CertificateChain.Certificate?
    /// What was signed: the attributes as a set.
    let signed: [UInt8]
    let signature: [UInt8]

    static let contentType = DER.identifier([1, 2, 840, 113549, 1, 9, 3])
    static let digest = DER.identifier([1, 2, 840, 113549, 1, 9, 4])
    static let signingCertificate = DER.identifier([1, 2, 840, 113549, 1, 9, 16, 2, 47])
    private static let data = DER.identifier([1, 2, 840, 113549, 1, 7, 1])
    private static let signedData = DER.identifier([1, 2, 840, 113549, 1, 7, 2])
    private static let sha256 = DER.identifier([2, 16, 840, 1, 101, 3, 4, 2, 1])

    /// - Parameter bytes: with the zeros that fill the rest of its place.
    /// - Returns: nil for what is no signature of one signer over bytes elsewhere, with SHA-256.
    init?(_ bytes: [UInt8]) {
        var outer = DERReader(bytes)
        guard var message = outer.next(0x30)?.reader, outer.remainder.allSatisfy({ $0 == 0 }),
            message.next(0x06).map({ Array($0.whole) }) == Self.signedData,
            var wrapped = message.next(0xA0)?.reader, message.isAtEnd,
            var content = wrapped.next(0x30)?.reader, wrapped.isAtEnd,
            content.next(0x02) != nil, content.next(0x31) != nil,
            var encapsulated = content.next(0x30)?.reader,
            encapsulated.next(0x06).map({ Array($0.whole) }) == Self.data, encapsulated.isAtEnd
        else { return nil }
        let certificates = content.next(0xA0).map { Self.elements($0.reader) } ?? []
        _ = content.next(0xA1)
        guard var signers = content.next(0x31)?.reader, content.isAtEnd, var signer = signers.next(0x30)?.reader,
            signers.isAtEnd
        else { return nil }
        self.init(&signer, among: certificates)
    }

    /// - Parameter signer: RFC 5652, 5.3: SignerInfo.
    private init?(_ signer: inout DERReader, among certificates: [[UInt8]]) {
        guard signer.next(0x02) != nil, var name = signer.next(0x30)?.reader,
            let issuer = name.next(0x30).map({ Array($0.whole) }),
            let serial = name.next(0x02).map({ Array($0.whole) }),
            var algorithm = signer.next(0x30)?.reader,
            algorithm.next(0x06).map({ Array($0.whole) }) == Self.sha256,
            let attributes = signer.next(0xA0), signer.next(0x30) != nil,
            let signature = signer.next(0x04)
        else { return nil }
        var found: [(type: [UInt8], value: DERReader.Element)] = []
        for attribute in Self.elements(attributes.reader) {
            guard let read = Self.attribute(attribute) else { return nil }
            found.append(read)
        }
        func value(_ type: [UInt8]) -> DERReader.Element? { found.first { $0.type == type }?.value }
        self.attributes = found.map(\.type)
        messageDigest = value(Self.digest).flatMap { $0.tag == 0x04 ? Array($0.content) : nil } ?? []
        certificateDigest = value(Self.signingCertificate).flatMap(Self.certificateDigest) ?? []
        signed = DER.tagged(0x31, Array(attributes.content))
        self.signature = Array(signature.content)
        certificate = certificates.lazy.compactMap { try? CertificateChain(der: [$0]).own }
            .first { $0.issuer == issuer && $0.serial == serial }
    }

    /// Its only value; an attribute of several is none of ours.
    private static func attribute(_ bytes: [UInt8]) -> (type: [UInt8], value: DERReader.Element)? {
        var outer = DERReader(bytes)
        guard var attribute = outer.next(0x30)?.reader, let type = attribute.next(0x06),
            var values = attribute.next(0x31)?.reader, attribute.isAtEnd, let value = values.next(), values.isAtEnd
        else { return nil }
        return (Array(type.whole), value)
    }

    /// RFC 5035, 3: the first certificate's hash, under SHA-256, which is the default and is not named.
    private static func certificateDigest(_ value: DERReader.Element) -> [UInt8]? {
        var own = value.reader
        guard value.tag == 0x30, var list = own.next(0x30)?.reader, var first = list.next(0x30)?.reader else {
            return nil
        }
        return first.next(0x04).map { Array($0.content) }
    }

    private static func elements(_ reader: DERReader) -> [[UInt8]] {
        var reader = reader
        var elements: [[UInt8]] = []
        while elements.count < 32, let element = reader.next() { elements.append(Array(element.whole)) }
        return elements
    }
}

extension SealSignature {
    /// Content type, digest and signing certificate: each once, and nothing else.
    var hasTheThreeAttributes: Bool {
        attributes.count == 3 && Set(attributes) == [Self.contentType, Self.digest, Self.signingCertificate]
    }

    /// Whether the signature is its certificate's, and the certificate the one that was meant.
    var isGenuine: Bool {
        guard let certificate, SHA256Digest(of: certificate.der).bytes == certificateDigest,
            let key = try? VerificationKey(publicKey: certificate.publicKey)
        else { return false }
        var form = signature
        if key.algorithm == .es256 {
            guard let pair = ECDSASignature(der: signature) else { return false }
            form = pair.bytes
        }
        return key.verifies(form, of: signed)
    }
}
