internal import Digests

/// What a check of a seal needs when its authority cannot be asked any more: the document security store (ETSI EN 319
/// 142-1, 5.4.2), written before the seal, so that the seal covers it and nothing has to be added later.
public struct SealEvidence: Sendable, Hashable {
    /// X.509 certificates in DER.
    public let certificates: [[UInt8]]
    /// Lists of revoked certificates in DER (RFC 5280, 5).
    public let revocationLists: [[UInt8]]

    public init(certificates: [[UInt8]], revocationLists: [[UInt8]]) {
        self.certificates = certificates
        self.revocationLists = revocationLists
    }
}

extension SealEvidence {
    /// The catalog's entry; what is in it does not get smaller by packing.
    /// - Parameter add: takes an object into the file and gives a reference to it.
    package func store(_ add: (PDFObject) -> PDFValue) -> PDFValue {
        let certificates = certificates.map { add(PDFObject(.dictionary([:]), stream: $0)) }
        let lists = revocationLists.map { add(PDFObject(.dictionary([:]), stream: $0)) }
        return add(
            PDFObject(
                .dictionary(["Type": .name("DSS"), "Certs": .array(certificates), "CRLs": .array(lists)])))
    }

    /// Names what is in it, in hexadecimal.
    package var digest: String {
        var hasher = SHA256Hasher()
        for bytes in certificates + revocationLists { hasher.update(SHA256Digest(of: bytes).bytes) }
        return hasher.finish().hex
    }
}
