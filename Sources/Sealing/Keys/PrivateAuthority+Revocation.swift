internal import CCrypto

extension PrivateAuthority {
    /// Seconds for which a list may be used.
    private static let validity = 30 * 86_400

    /// The authority's list of a day, on which nobody stands: keys that were retired signed what they signed, and what
    /// they sign later every check refuses by itself.
    /// - Parameter now: seconds since 1970; the list is that of its day (UTC).
    public func revocationList(at now: Int64) throws(SealingProblem) -> RevocationList {
        let day = now / 86_400
        guard let list = X509_CRL_new() else { throw .engine("make a list of revoked certificates") }
        defer { X509_CRL_free(list) }
        let read = Memory.reading(certificate) { PEM_read_bio_X509($0, nil, nil, nil) }
        guard let read, let own = read else { throw .unreadable("certificate") }
        defer { X509_free(own) }
        guard let from = ASN1_TIME_set(nil, time_t(day * 86_400)),
            let until = ASN1_TIME_set(nil, time_t(day * 86_400) + Self.validity)
        else { throw .engine("date a list of revoked certificates") }
        defer {
            ASN1_STRING_free(from)
            ASN1_STRING_free(until)
        }
        guard X509_CRL_set_version(list, 1) == 1, X509_CRL_set_issuer_name(list, X509_get_subject_name(own)) == 1,
            X509_CRL_set1_lastUpdate(list, from) == 1, X509_CRL_set1_nextUpdate(list, until) == 1
        else { throw .engine("date a list of revoked certificates") }
        try extend(list, own, number: Int(day))
        guard let hand = KeyHandle(pem: key.pem), X509_CRL_sort(list) == 1,
            X509_CRL_sign(list, hand.pointer, EVP_sha256()) > 0
        else { throw .engine("sign a list of revoked certificates") }
        return try RevocationList(der: Encoding.bytes { i2d_X509_CRL(list, $0) })
    }

    /// RFC 5280, 5.2: which key signs, and which list this is.
    private func extend(_ list: OpaquePointer, _ own: OpaquePointer, number: Int) throws(SealingProblem) {
        var context = X509V3_CTX()
        akmal_set_context(&context, own, nil)
        guard let made = X509V3_EXT_conf_nid(nil, &context, NID_authority_key_identifier, "keyid:always"),
            let digits = ASN1_INTEGER_new()
        else { throw .engine("number a list of revoked certificates") }
        defer {
            X509_EXTENSION_free(made)
            ASN1_INTEGER_free(digits)
        }
        guard X509_CRL_add_ext(list, made, -1) == 1, ASN1_INTEGER_set(digits, number) == 1,
            X509_CRL_add1_ext_i2d(list, NID_crl_number, UnsafeMutableRawPointer(digits), 0, 0) == 1
        else { throw .engine("number a list of revoked certificates") }
    }
}
