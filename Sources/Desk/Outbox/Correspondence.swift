public import Post

/// What the academy needs to write to people: the words, the sender and whoever carries letters away.
public struct Correspondence: Sendable {
    public let templates: LetterTemplates
    public let sender: MailSender
    public let mailer: any Mailer

    public init(templates: LetterTemplates, sender: MailSender, mailer: any Mailer) {
        self.templates = templates
        self.sender = sender
        self.mailer = mailer
    }
}
