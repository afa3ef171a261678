internal import CCurl

/// One libcurl handle: the only owner of a `CURL`, and through it of at most one open connection, which it keeps for
/// the next letter.
struct SMTPLine: ~Copyable {
    private let handle: UnsafeMutableRawPointer
    /// libcurl writes its own words here.
    private let complaint: UnsafeMutablePointer<CChar>
    private let settings: SMTPSettings

    init(_ settings: SMTPSettings) throws(MailFailure) {
        if let problem = Self.problem {
            throw MailFailure(.unavailable, message: "libcurl cannot be used: \(problem)")
        }
        guard let handle = akmal_new_transfer() else {
            throw MailFailure(.unavailable, message: "libcurl cannot be set up; is there memory?")
        }
        self.handle = handle
        self.settings = settings
        complaint = .allocate(capacity: Int(CURL_ERROR_SIZE))
        complaint.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        akmal_free_transfer(handle)
        complaint.deallocate()
    }

    /// Hands one letter over.
    func send(_ message: MailMessage) throws(MailFailure) {
        try prepare()
        var recipients: UnsafeMutablePointer<curl_slist>?
        recipients = akmal_new_list("<\(message.recipient.address)>")
        defer { akmal_free_list(recipients) }
        guard let recipients else { throw MailFailure(.unavailable, message: "no memory for an address") }
        let bytes = message.bytes
        try set(text: CURLOPT_MAIL_FROM, "<\(message.sender.from.address)>")
        try check(akmal_set_pointer(handle, CURLOPT_MAIL_RCPT, recipients))
        try set(CURLOPT_UPLOAD, 1)
        try check(akmal_set_size(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(bytes.count)))
        var conversation = Conversation(letter: bytes)
        try perform(&conversation)
    }

    /// Connects, says EHLO, starts TLS and signs in, as far as the settings ask, and gives the server's last word.
    func examine() throws(MailFailure) -> String {
        try prepare()
        try set(CURLOPT_CONNECT_ONLY, 1)
        var conversation = Conversation()
        try perform(&conversation)
        return conversation.lastReply
    }

    /// Why libcurl cannot be used, found out with the first letter.
    private static let problem = akmal_open_curl().map { String(cString: $0) }
}

extension SMTPLine {
    /// Everything that is the same for every letter.
    ///
    /// Resetting keeps the open connection.
    private func prepare() throws(MailFailure) {
        akmal_reset_transfer(handle)
        complaint[0] = 0
        try check(akmal_set_pointer(handle, CURLOPT_ERRORBUFFER, complaint))
        try set(text: CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        try set(text: CURLOPT_URL, settings.address)
        // A web proxy in the environment is not meant for mail.
        try set(text: CURLOPT_PROXY, "")
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_CONNECTTIMEOUT, settings.connectSeconds)
        try set(CURLOPT_TIMEOUT, settings.letterSeconds)
        try set(CURLOPT_SERVER_RESPONSE_TIMEOUT, settings.letterSeconds)
        try prepareSecurity()
        try check(akmal_set_callback(handle, CURLOPT_READFUNCTION, Self.read))
        try check(akmal_set_callback(handle, CURLOPT_HEADERFUNCTION, Self.hear))
    }

    private func prepareSecurity() throws(MailFailure) {
        let required = settings.security == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL
        try set(CURLOPT_USE_SSL, Int(required.rawValue))
        try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        if let authorities = settings.authorities { try set(text: CURLOPT_CAINFO, authorities) }
        if let credentials = settings.credentials {
            try set(text: CURLOPT_USERNAME, credentials.user)
            try set(text: CURLOPT_PASSWORD, credentials.password)
        }
    }

    private func perform(_ conversation: inout Conversation) throws(MailFailure) {
        let code = withUnsafeMutablePointer(to: &conversation) { conversation in
            guard akmal_set_pointer(handle, CURLOPT_READDATA, conversation) == CURLE_OK,
                akmal_set_pointer(handle, CURLOPT_HEADERDATA, conversation) == CURLE_OK
            else { return CURLE_OUT_OF_MEMORY }
            return akmal_perform(handle)
        }
        if code != CURLE_OK { throw failure(code, conversation) }
    }

    private func failure(_ code: CURLcode, _ conversation: Conversation) -> MailFailure {
        let own = String(cString: complaint)
        let words = own.isEmpty ? String(cString: akmal_meaning(code)) : own
        return .of(code, words: words, in: conversation, with: settings)
    }

    private func check(_ code: CURLcode) throws(MailFailure) {
        guard code == CURLE_OK else {
            let words = String(cString: akmal_meaning(code))
            throw MailFailure(.unavailable, message: "libcurl does not take a setting for \(settings.host): \(words)")
        }
    }

    private func set(_ option: CURLoption, _ number: Int) throws(MailFailure) {
        try check(akmal_set_number(handle, option, number))
    }

    private func set(text option: CURLoption, _ text: String) throws(MailFailure) {
        try check(akmal_set_text(handle, option, text))
    }

    private typealias Callback =
        @convention(c) (UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?) -> Int

    private static var read: Callback {
        { buffer, size, count, place in
            let room = UnsafeMutableRawBufferPointer(start: buffer, count: size * count)
            return place?.assumingMemoryBound(to: Conversation.self).pointee.read(into: room) ?? 0
        }
    }

    private static var hear: Callback {
        { buffer, size, count, place in
            let line = UnsafeRawBufferPointer(start: buffer, count: size * count)
            place?.assumingMemoryBound(to: Conversation.self).pointee.hear(line)
            return size * count
        }
    }
}
