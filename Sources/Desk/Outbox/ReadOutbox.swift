public import Academy
import Post
public import Records
import SQL

/// A letter on the administrator's list.
///
/// It shows no secret.
public struct LetterSummary: Sendable, Hashable {
    /// The code of every letter that there is.
    public static let kinds = LetterKind.allCases.map(\.rawValue)

    public let id: OutboxMessage.ID
    /// Stable code: `certificate.ready`.
    public let kind: String
    public let recipient: String
    public let language: Language
    /// The letter's one link, for an administrator to pass on; empty when there is none.
    public let link: String
    public let state: OutboxEntry.State
    /// `waiting`, `sent` or `failed`.
    public var stateCode: String { state.rawValue }
    public let createdAt: Instant
    /// When it is tried next, while it waits.
    public let dueAt: Instant
    public let sentAt: Instant?
    public let failedAt: Instant?
    /// Failed tries.
    public let attempts: Int
    /// From 1; each deliberate resend after success makes one more.
    public let edition: Int
    /// Why the last try failed, in English with the server's words.
    public let error: String
    public let isBeingSent: Bool
    /// Whether ``ResendMail`` would take it: its secret is not forgotten and nobody is sending it.
    public let canBeResent: Bool

    init(_ entry: OutboxEntry, at now: Instant) {
        id = entry.message.id
        kind = entry.message.kind
        recipient = entry.message.recipient
        language = entry.message.language
        link = entry.message.values["link"] ?? ""
        state = entry.state
        createdAt = entry.createdAt
        dueAt = entry.dueAt
        sentAt = entry.sentAt
        failedAt = entry.failedAt
        attempts = entry.attempts
        edition = entry.edition
        error = entry.error
        isBeingSent = entry.isBeingSent(at: now)
        canBeResent = !isBeingSent && entry.hasItsSecrets
    }
}

extension OutboxEntry {
    /// Whether no value was forgotten that the letter needs.
    var hasItsSecrets: Bool {
        let secrets = LetterKind(rawValue: message.kind)?.secrets ?? []
        return secrets.allSatisfy { message.values[$0] != nil }
    }
}

/// The outbox as administrators see it.
public struct ReadOutbox: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// One page, newest first; pass the last one's id as `before` for the next page.
    /// - Parameter state: nil for all.
    /// - Throws: ``Refusal/forbidden`` for anybody but an administrator.
    public func callAsFunction(
        _ state: OutboxEntry.State? = nil, before: OutboxMessage.ID? = nil, limit: Int = 50, by caller: Caller
    ) async throws -> [LetterSummary] {
        guard Permission.seeOutbox(by: caller) else { throw Refusal.forbidden }
        let now = office.surroundings.now()
        return try await office.database.read { transaction in
            try Outbox.page(state, before: before, limit: limit, in: transaction).map { LetterSummary($0, at: now) }
        }
    }

    /// The same by the code of a state; what is no such code is all.
    public func page(
        inState code: String, before: OutboxMessage.ID?, limit: Int, by caller: Caller
    ) async throws -> [LetterSummary] {
        try await self(OutboxEntry.State(rawValue: code), before: before, limit: limit, by: caller)
    }

    /// One letter.
    ///
    /// Throws ``Refusal/notFound`` when there is none.
    public func letter(_ id: OutboxMessage.ID, by caller: Caller) async throws -> LetterSummary {
        guard Permission.seeOutbox(by: caller) else { throw Refusal.forbidden }
        let now = office.surroundings.now()
        return try await office.database.read { transaction in
            guard let entry = try Outbox.find(id, in: transaction) else { throw Refusal.notFound }
            return LetterSummary(entry, at: now)
        }
    }

    /// How many letters wait, and how many were given up.
    public func counts(by caller: Caller) async throws -> (waiting: Int, failed: Int) {
        guard Permission.seeOutbox(by: caller) else { throw Refusal.forbidden }
        return try await office.database.read { try Outbox.counts(in: $0) }
    }
}
