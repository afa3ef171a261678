internal import CCurl

extension MailFailure {
    /// What a transfer's end means, told by the server's reply code (RFC 5321, 4.2.1) and by how far it went.
    static func of(
        _ code: CURLcode, words: String, in conversation: Conversation, with settings: SMTPSettings
    ) -> MailFailure {
        let reply = conversation.lastCode
        let quoted = reply.map { _ in "; the server said: \(conversation.lastReply)" } ?? ""
        return MailFailure(
            kind(code, reply, hasBegun: conversation.hasBegun), code: reply,
            message: "\(settings.host):\(settings.port): \(words)\(quoted)\(advice(code, settings))")
    }

    /// Sender, recipient and data are refused with `CURLE_SEND_ERROR`, or once the letter has begun; all else is the line itself.
    private static func kind(_ code: CURLcode, _ reply: Int?, hasBegun: Bool) -> Kind {
        guard code == CURLE_SEND_ERROR || hasBegun else { return .unavailable }
        switch reply {
        // 421: the server closes; the others ask for a sign-in or a better one (RFC 4954, 6).
        case 421, 530, 534, 535, 538: return .unavailable
        case (500..<600)?: return .permanent
        default: return .temporary
        }
    }

    private static func advice(_ code: CURLcode, _ settings: SMTPSettings) -> String {
        switch code {
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE:
            " (is mail.ca_file the PEM file of the server's authority, and mail.host the name in its certificate?)"
        case CURLE_LOGIN_DENIED: " (are mail.user and mail.password right?)"
        case CURLE_USE_SSL_FAILED: " (the server offers no STARTTLS; nothing was sent in the clear)"
        case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST: " (are mail.host and mail.port right?)"
        default: ""
        }
    }
}
