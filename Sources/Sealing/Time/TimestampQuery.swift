internal import CCrypto
internal import Digests

/// A question to an authority for time, and the reading of its answer (RFC 3161, 2.4).
struct TimestampQuery {
    private let digest: SHA256Digest
    private let nonce: [UInt8]

    /// - Parameter nonce: eight bytes, so that an old answer is not taken for a new one.
    init(_ digest: SHA256Digest, nonce: [UInt8]) {
        self.digest = digest
        self.nonce = nonce
    }

    /// In DER; the authority is asked to send its certificate along.
    var bytes: [UInt8] {
        let sha256 = DER.sequence([DER.identifier([2, 16, 840, 1, 101, 3, 4, 2, 1]), DER.null])
        return DER.sequence([
            DER.integer(1), DER.sequence([sha256, DER.octets(digest.bytes)]), DER.integer(unsigned: nonce),
            [0x01, 0x01, 0xFF],
        ])
    }

    /// The token of an answer.
    /// - Throws: ``SealingProblem/timestamp(_:)`` when it is refused, unreadable, or the answer to another question.
    ///   Whether the authority is one to trust is for those to say who check the document.
    func token(of answer: [UInt8]) throws(SealingProblem) -> [UInt8] {
        let read = answer.withUnsafeBufferPointer { bytes in
            var start = bytes.baseAddress
            return d2i_TS_RESP(nil, &start, bytes.count)
        }
        defer {
            TS_RESP_free(read)
            ERR_clear_error()
        }
        guard let read, let status = TS_RESP_get_status_info(read) else { throw .timestamp("the answer is unreadable") }
        let code = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(status))
        guard code == 0 || code == 1 else { throw .timestamp("the authority refused, with status \(code)") }
        guard let token = TS_RESP_get_token(read), let information = TS_RESP_get_tst_info(read) else {
            throw .timestamp("the answer holds no token")
        }
        guard isAboutThis(information) else { throw .timestamp("the answer is about something else") }
        var output: UnsafeMutablePointer<UInt8>?
        let count = i2d_PKCS7(token, &output)
        defer { CRYPTO_free(output, #file, #line) }
        guard count > 0, let output else { throw .engine("write a token") }
        return Array(UnsafeBufferPointer(start: output, count: Int(count)))
    }

    private func isAboutThis(_ information: OpaquePointer) -> Bool {
        guard let imprint = TS_TST_INFO_get_msg_imprint(information),
            let message = TS_MSG_IMPRINT_get_msg(imprint), let start = ASN1_STRING_get0_data(message)
        else { return false }
        let stamped = Array(UnsafeBufferPointer(start: start, count: Int(ASN1_STRING_length(message))))
        guard stamped == digest.bytes, let number = BN_bin2bn(nonce, Int32(nonce.count), nil) else { return false }
        defer { BN_free(number) }
        guard let own = BN_to_ASN1_INTEGER(number, nil), let told = TS_TST_INFO_get_nonce(information) else {
            return false
        }
        defer { ASN1_INTEGER_free(own) }
        return ASN1_INTEGER_cmp(own, told) == 0
    }
}
