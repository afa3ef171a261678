import Academy
import Desk
import Foundation
import Post
import Records
import SQL
import Synchronization

/// Answers as a test tells it, and keeps what it was given.
final class RecordedMailer: Mailer {
    private let taken = Mutex<[MailMessage]>([])
    private let answer: @Sendable (MailMessage, Int) throws(MailFailure) -> Void

    /// - Parameter answer: gets each letter, and how many were tried before it.
    init(_ answer: @escaping @Sendable (MailMessage, Int) throws(MailFailure) -> Void = { _, _ in }) {
        self.answer = answer
    }

    /// Everything that was tried, taken or not.
    var letters: [MailMessage] { taken.withLock { $0 } }

    func send(_ message: MailMessage) throws(MailFailure) {
        let before = taken.withLock { taken in
            taken.append(message)
            return taken.count - 1
        }
        try answer(message, before)
    }
}

extension MailFailure {
    static let greylisted = MailFailure(.temporary, code: 451, message: "mail:25: RCPT failed: 451 4.7.1 greylisted")
    static let nobody = MailFailure(.permanent, code: 550, message: "mail:25: RCPT failed: 550 5.1.1 nobody")
    static let noServer = MailFailure(.unavailable, message: "mail:25: connection refused")
}

extension TestOffice {
    static let templates = Result {
        try LetterTemplates(folder: checkout.appending(path: "Templates/mail").path)
    }

    func correspondence(_ mailer: any Mailer) throws -> Correspondence {
        Correspondence(
            templates: try Self.templates.get(),
            sender: MailSender(from: try MailAddress(parsing: "AKMAL2U <akmal2u@customs.gov.my>")), mailer: mailer)
    }

    /// One sweep.
    @discardableResult
    func deliver(_ mailer: any Mailer) async throws -> DeliverOutbox.Result {
        try await DeliverOutbox(office, try correspondence(mailer))()
    }

    /// Puts letters into the outbox, one a recipient, in this order.
    @discardableResult
    func post(
        _ recipients: String..., kind: LetterKind = .certificateReady, values: [String: String] = [:]
    ) async throws -> [OutboxMessage.ID] {
        let names = kind.required.union(kind.optional)
        let samples = Dictionary(uniqueKeysWithValues: names.map { ($0, "nilai \($0)") })
        let all = samples.merging(["link": "https://sijil.example.my/v/1"]) { $1 }.merging(values) { $1 }
        var ids: [OutboxMessage.ID] = []
        for recipient in recipients {
            clock.advance(seconds: 1)
            let message = OutboxMessage(
                id: try office.surroundings.newID(), kind: kind.rawValue, recipient: recipient, language: .malay,
                values: all)
            let now = clock.now
            try await office.database.write { try Outbox.add(message, at: now, in: $0) }
            ids.append(message.id)
        }
        return ids
    }

    func letter(_ id: OutboxMessage.ID) async throws -> LetterSummary {
        try await ReadOutbox(office).letter(id, by: Self.administrator)
    }

    func audit(_ id: OutboxMessage.ID) async throws -> [AuditEntry] {
        try await office.database.read { try AuditLog.entries(about: "letter", id.text, in: $0) }
    }
}
