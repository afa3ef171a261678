import Synchronization

/// Sends through one SMTP server, one letter after the other; the connection is kept for the next letter.
///
/// Every call blocks its thread until the server has answered: never call it on the cooperative pool.
public final class SMTPMailer: Mailer {
    private let settings: SMTPSettings
    private let line: Mutex<SMTPLine>

    public init(_ settings: SMTPSettings) throws(MailFailure) {
        self.settings = settings
        line = Mutex(try SMTPLine(settings))
    }

    public func send(_ message: MailMessage) throws(MailFailure) {
        try line.withLock { line throws(MailFailure) in try line.send(message) }
    }

    /// Connects on a line of its own, as a letter would, but sends nothing.
    /// - Returns: the server's last word, such as `235 2.7.0 Authentication successful`.
    public func examine() throws(MailFailure) -> String {
        try SMTPLine(settings).examine()
    }
}
