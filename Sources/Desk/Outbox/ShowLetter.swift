public import Academy
public import Post
public import Records
import SQL

/// A letter in its words, as its reader has it; secrets are masked.
public struct ShownLetter: Sendable, Hashable {
    public let summary: LetterSummary
    /// Empty where the letter cannot be written any more; then ``fault`` says why.
    public let subject: String
    public let text: String
    public let fault: String
}

/// Shows an administrator what a letter says, and on request its link.
public struct ShowLetter: Sendable {
    private let office: Office
    private let templates: LetterTemplates
    /// Stands for what nobody but the reader may see.
    static let mask = "********"

    public init(_ office: Office, _ templates: LetterTemplates) {
        self.office = office
        self.templates = templates
    }

    /// - Parameter folder: `Templates/mail`.
    public init(_ office: Office, folder: String) throws {
        self.init(office, try LetterTemplates(folder: folder))
    }

    /// - Throws: ``Refusal/forbidden`` for anybody but an administrator, ``Refusal/notFound``.
    public func callAsFunction(_ id: OutboxMessage.ID, by caller: Caller) async throws -> ShownLetter {
        guard Permission.seeOutbox(by: caller) else { throw Refusal.forbidden }
        let now = office.surroundings.now()
        let entry = try await office.database.read { try Outbox.find(id, in: $0) }
        guard let entry else { throw Refusal.notFound }
        let summary = LetterSummary(entry, at: now)
        do throws(LetterError) {
            let message = entry.message
            let letter = try templates.write(
                LetterDraft(kind: message.kind, language: message.language, values: Self.masked(message)))
            return ShownLetter(summary: summary, subject: letter.subject, text: letter.text, fault: "")
        } catch {
            return ShownLetter(summary: summary, subject: "", text: "", fault: "\(error)")
        }
    }

    /// Gives the letter's link, to be passed on when the letter does not arrive; that it was given is audited.
    /// - Throws: ``Refusal/forbidden``, ``Refusal/notFound``; ``Refusal/conflict(_:)`` with `letterWithoutLink`.
    public func link(of id: OutboxMessage.ID, by caller: Caller) async throws -> String {
        guard Permission.seeOutbox(by: caller) else { throw Refusal.forbidden }
        let now = office.surroundings.now()
        return try await office.database.write { transaction in
            guard let entry = try Outbox.find(id, in: transaction) else { throw Refusal.notFound }
            guard let link = entry.message.values["link"], !link.isEmpty else {
                throw Refusal.conflict(.letterWithoutLink)
            }
            try AuditLog.append(
                AuditEntry(
                    at: now, actor: caller.account, onBehalfOf: entry.message.recipient,
                    action: "letter.link_copied", subjectKind: "letter", subjectID: id.text,
                    after: entry.message.kind, requestID: caller.requestID),
                in: transaction)
            return link
        }
    }

    private static func masked(_ message: OutboxMessage) -> [String: String] {
        var values = message.values
        for secret in LetterKind(rawValue: message.kind)?.secrets ?? [] { values[secret] = mask }
        values["link"] = values["link"].map(LinkSecret.masked)
        return values
    }
}

/// The part of a link that opens something for whoever has it.
///
/// Such a part is longer than any id, and stands at the end.
enum LinkSecret {
    private static let longestID = 40

    static func masked(_ link: String) -> String {
        guard let slash = link.lastIndex(of: "/") else { return link }
        let last = link[link.index(after: slash)...]
        return last.count > longestID ? "\(link[...slash])\(ShowLetter.mask)" : link
    }
}
