public import Academy

/// Whom letters come from.
public struct MailSender: Sendable, Hashable {
    public let from: MailAddress
    /// Where answers go; nil for ``from``.
    public let replyTo: MailAddress?

    public init(from: MailAddress, replyTo: MailAddress? = nil) {
        self.from = from
        self.replyTo = replyTo
    }
}

/// A letter in its envelope: everything that goes to the server.
///
/// Equal messages have equal bytes, so that a letter that must go out twice is the same letter.
public struct MailMessage: Sendable, Hashable {
    /// Made from the outbox's id and edition: the same whenever the same edition is sent again, so that a reader's program
    /// shows it once.
    ///
    /// Letters, digits and dots.
    public let id: String
    public let sender: MailSender
    public let recipient: MailAddress
    public let date: Instant
    public let language: Language
    public let letter: WrittenLetter

    /// - Parameters:
    ///   - id: the outbox's id; anything but ASCII letters and digits is left out.
    ///   - edition: from 1.
    public init(
        id: String, edition: Int, sender: MailSender, recipient: MailAddress, date: Instant, language: Language,
        letter: WrittenLetter
    ) {
        let core = id.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        self.id = edition > 1 ? "\(core).\(edition)" : core
        self.sender = sender
        self.recipient = recipient
        self.date = date
        self.language = language
        self.letter = letter
    }

    /// `<id@domain>`, with the domain of the sender.
    public var messageID: String { "<\(id)@\(sender.from.domain)>" }

    /// The message as RFC 5322 and RFC 2045 to 2047 have it: ASCII, CRLF, no line over 998 bytes.
    public var bytes: [UInt8] {
        let header = fields.map(\.text).joined()
        let parts = [("text/plain", letter.text), ("text/html", letter.html)].map(part).joined()
        return Array("\(header)\r\n\(parts)--\(boundary)--\r\n".utf8)
    }

    private var fields: [HeaderField] {
        var fields: [HeaderField] = [
            .tokens("Date", [MailDate.text(date)]), .address("From", sender.from), .address("To", recipient),
            .text("Subject", letter.subject), .tokens("Message-ID", [messageID]),
            .tokens("Auto-Submitted", ["auto-generated"]), .tokens("Content-Language", [language.rawValue]),
            .tokens("MIME-Version", ["1.0"]),
            .tokens("Content-Type", ["multipart/alternative;", "boundary=\"\(boundary)\""]),
        ]
        if let replyTo = sender.replyTo { fields.insert(.address("Reply-To", replyTo), at: 2) }
        return fields
    }

    /// An equals sign before an underscore never comes out of quoted-printable, so no body can hold it.
    private var boundary: String { "=_\(id)" }

    private func part(_ type: String, _ body: String) -> String {
        "--\(boundary)\r\nContent-Type: \(type); charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            + "\(QuotedPrintable.encode(body))\r\n"
    }
}
