internal import CCrypto
internal import Digests

/// An authority of the academy's own, made on the first run: it vouches for its keys until an organisation's own
/// certificate takes its place.
///
/// Nobody outside knows it; what it signs is whole and the academy's, but no reader of PDF files trusts it by itself.
public struct PrivateAuthority: Sendable {
    public let key: PEMKey
    /// In PEM.
    public let certificate: String

    /// - Parameters:
    ///   - name: what its certificate says it is, `AKMAL2U Root`.
    ///   - organisation: whose it is.
    ///   - now: seconds since 1970; it holds for thirty years.
    public static func found(name: String, organisation: String, now: Int64) throws(SealingProblem) -> PrivateAuthority
    {
        let key = try PEMKey.generate(.es256)
        let certificate = try CertificateDraft(
            name: name, organisation: organisation, key: key, from: now, days: 30 * 365, isAuthority: true
        ).signed(by: key, issuer: nil)
        return PrivateAuthority(key: key, certificate: certificate)
    }

    public init(key: PEMKey, certificate: String) {
        self.key = key
        self.certificate = certificate
    }

    /// Vouches for a key: its certificate, and this authority's behind it, in PEM.
    /// - Parameter address: where its list of revoked certificates is published.
    public func vouch(
        for key: any Signer, name: String, organisation: String, now: Int64, days: Int = 10 * 365,
        listedAt address: String? = nil
    ) throws(SealingProblem) -> String {
        let draft = CertificateDraft(
            name: name, organisation: organisation, key: key, from: now, days: days, isAuthority: false,
            listedAt: address)
        return try draft.signed(by: self.key, issuer: certificate) + certificate
    }
}

/// A certificate before somebody signs it.
struct CertificateDraft {
    let name: String
    let organisation: String
    let key: any Signer
    let from: Int64
    let days: Int
    let isAuthority: Bool
    var listedAt: String?

    /// - Parameter issuer: the signer's certificate in PEM; nil for one that vouches for itself.
    func signed(by signer: PEMKey, issuer: String?) throws(SealingProblem) -> String {
        guard let draft = X509_new() else { throw .engine("make a certificate") }
        defer { X509_free(draft) }
        let vouching: OpaquePointer?
        if let issuer {
            guard let read = Memory.reading(issuer, { PEM_read_bio_X509($0, nil, nil, nil) }), let read else {
                throw .unreadable("certificate")
            }
            vouching = read
        } else {
            vouching = nil
        }
        defer { X509_free(vouching) }
        try fill(draft)
        guard X509_set_issuer_name(draft, X509_get_subject_name(vouching ?? draft)) == 1 else {
            throw .engine("name the issuer")
        }
        try extend(draft, vouching ?? draft)
        guard let hand = KeyHandle(pem: signer.pem), X509_sign(draft, hand.pointer, EVP_sha256()) > 0 else {
            throw .engine("sign a certificate")
        }
        guard let pem = Memory.text({ PEM_write_bio_X509($0, draft) == 1 }) else {
            throw .engine("write a certificate")
        }
        return pem
    }

    private func fill(_ draft: OpaquePointer) throws(SealingProblem) {
        let serial: [UInt8]
        do { serial = try SecureRandom.bytes(16) } catch { throw .engine("draw a serial number") }
        guard X509_set_version(draft, 2) == 1,
            let number = BN_bin2bn([0x01] + serial.dropFirst(), Int32(serial.count), nil)
        else { throw .engine("begin a certificate") }
        defer { BN_free(number) }
        var start = time_t(from)
        guard BN_to_ASN1_INTEGER(number, X509_get_serialNumber(draft)) != nil,
            X509_time_adj_ex(X509_getm_notBefore(draft), 0, 0, &start) != nil,
            X509_time_adj_ex(X509_getm_notAfter(draft), Int32(days), 0, &start) != nil
        else { throw .engine("date a certificate") }
        let subject = X509_get_subject_name(draft)
        for (field, text) in [("C", "MY"), ("O", organisation), ("CN", name)] {
            guard X509_NAME_add_entry_by_txt(subject, field, MBSTRING_FLAG, text, -1, -1, 0) == 1 else {
                throw .engine("name a certificate")
            }
        }
        let pointer = key.publicKey.withUnsafeBufferPointer { bytes in
            var start = bytes.baseAddress
            return d2i_PUBKEY(nil, &start, bytes.count)
        }
        guard let handle = KeyHandle(pointer), X509_set_pubkey(draft, handle.pointer) == 1 else {
            throw .engine("put the key into a certificate")
        }
    }

    /// RFC 5280, 4.2: what the key may do, and which key it is.
    private func extend(_ draft: OpaquePointer, _ issuer: OpaquePointer) throws(SealingProblem) {
        let uses = isAuthority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature,nonRepudiation"
        var extensions = [
            (NID_basic_constraints, isAuthority ? "critical,CA:TRUE" : "critical,CA:FALSE"), (NID_key_usage, uses),
            (NID_subject_key_identifier, "hash"), (NID_authority_key_identifier, "keyid:always"),
        ]
        if let listedAt { extensions.append((NID_crl_distribution_points, "URI:\(listedAt)")) }
        for (kind, value) in extensions {
            var context = X509V3_CTX()
            akmal_set_context(&context, issuer, draft)
            guard let made = X509V3_EXT_conf_nid(nil, &context, kind, value) else {
                throw .engine("say what a certificate is for")
            }
            defer { X509_EXTENSION_free(made) }
            guard X509_add_ext(draft, made, -1) == 1 else { throw .engine("say what a certificate is for") }
        }
    }
}
