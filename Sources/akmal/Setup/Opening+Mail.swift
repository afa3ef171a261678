import Desk
import Foundation
import Post

extension Opening {
    /// The words of all letters, checked.
    func letterTemplates() throws -> LetterTemplates {
        try LetterTemplates(folder: settings.installation.templates.appending(path: "mail").path)
    }

    /// nil while `mail.host` is empty.
    func correspondence() throws -> Correspondence? {
        guard let server = settings.mail.server else { return nil }
        return Correspondence(
            templates: try letterTemplates(), sender: server.sender, mailer: try SMTPMailer(server.smtp))
    }
}
