internal import CCurl
public import Digests

/// An authority for time that answers over HTTP (RFC 3161, 3.4).
public struct HTTPTimestampAuthority: TimestampAuthority {
    /// `https://tsa.example.my/tsr`.
    public let address: String
    private static let patience = 15
    /// No token with its certificates is longer; what is longer is cut off and so refused.
    private static let longest = 64 << 10

    public init(_ address: String) { self.address = address }

    public func token(for digest: SHA256Digest) throws(SealingProblem) -> [UInt8] {
        let nonce: [UInt8]
        do { nonce = try SecureRandom.bytes(8) } catch { throw .engine("draw a nonce") }
        let query = TimestampQuery(digest, nonce: nonce)
        return try query.token(of: try answer(to: query.bytes))
    }

    private func answer(to question: [UInt8]) throws(SealingProblem) -> [UInt8] {
        if let problem = Self.problem { throw .timestamp("libcurl cannot be used: \(problem)") }
        guard let handle = akmal_new_transfer() else { throw .timestamp("libcurl cannot be set up") }
        defer { akmal_free_transfer(handle) }
        let headers = akmal_new_list("Content-Type: application/timestamp-query")
        defer { akmal_free_list(headers) }
        var answer = TimestampAnswer(limit: Self.longest)
        let code = question.withUnsafeBytes { body in
            withUnsafeMutablePointer(to: &answer) { answer in
                akmal_set_text(handle, CURLOPT_URL, address)
                akmal_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
                akmal_set_pointer(handle, CURLOPT_HTTPHEADER, headers)
                akmal_set_number(handle, CURLOPT_POST, 1)
                akmal_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
                akmal_set_pointer(handle, CURLOPT_POSTFIELDS, UnsafeMutableRawPointer(mutating: body.baseAddress))
                akmal_set_number(handle, CURLOPT_TIMEOUT, Self.patience)
                akmal_set_number(handle, CURLOPT_NOSIGNAL, 1)
                akmal_set_callback(handle, CURLOPT_WRITEFUNCTION, TimestampAnswer.take)
                akmal_set_pointer(handle, CURLOPT_WRITEDATA, answer)
                return akmal_perform(handle)
            }
        }
        guard code == CURLE_OK else { throw .timestamp("\(address): \(String(cString: akmal_meaning(code)))") }
        let status = akmal_response_code(handle)
        guard status == 200 else { throw .timestamp("\(address) answered with status \(status)") }
        return answer.bytes
    }

    /// Why libcurl cannot be used, found out with the first question.
    private static let problem = akmal_open_curl().map { String(cString: $0) }
}

/// What has come of an answer.
private struct TimestampAnswer {
    let limit: Int
    var bytes: [UInt8] = []

    init(limit: Int) { self.limit = limit }

    static let take: @convention(c) (UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?) -> Int = {
        data, size, count, place in
        guard let data, let place else { return 0 }
        let answer = place.assumingMemoryBound(to: TimestampAnswer.self)
        let length = size * count
        guard answer.pointee.bytes.count + length <= answer.pointee.limit else { return 0 }
        data.withMemoryRebound(to: UInt8.self, capacity: length) { start in
            answer.pointee.bytes += UnsafeBufferPointer(start: start, count: length)
        }
        return length
    }
}
