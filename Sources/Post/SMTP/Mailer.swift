/// Whoever carries letters away.
public protocol Mailer: Sendable {
    /// Returns when the server has taken the letter over (its 250 after the data) and blocks the thread until then.
    ///
    /// A crash, or a lost line, between that 250 and its arrival here leaves unknown whether the letter went out: SMTP has no
    /// way to ask (RFC 1047). The same letter must then be sent again under the same Message-ID.
    func send(_ message: MailMessage) throws(MailFailure)
}

/// Why a letter did not go out.
public struct MailFailure: Error, Sendable, Hashable {
    public let kind: Kind
    /// The server's last reply code; nil when it said nothing.
    public let code: Int?
    /// In English, with the server's words; holds neither password nor letter.
    public let message: String

    public init(_ kind: Kind, code: Int? = nil, message: String) {
        self.kind = kind
        self.code = code
        self.message = message
    }

    public enum Kind: Sendable, Hashable {
        /// This letter was not taken now, another time it may be (4xx, or the line broke in the middle).
        case temporary
        /// This letter is refused for good (5xx).
        case permanent
        /// No letter could go out: no server, no trust, no sign-in. Not this letter's fault.
        case unavailable
    }
}

extension MailFailure: CustomStringConvertible {
    public var description: String { message }
}
