public import Academy
public import Records
import SQL

/// A notice as its reader sees it.
public struct NoticeView: Sendable, Hashable {
    public let id: String
    /// Stable code: a letter's kind, or another that the front has a sentence for.
    public let kind: String
    /// What the sentence needs.
    public let values: [String: String]
    /// A path of the site; empty where there is nothing to open.
    public let path: String
    public let at: Instant
    public let isRead: Bool

    /// In the words of a language, whichever it was written in.
    init(_ record: NoticeRecord, in language: Language, _ transaction: borrowing Transaction) throws {
        id = record.id.text
        kind = record.kind
        values = try NoticeTranslation(language: language).values(of: record, in: transaction)
        path = record.values["link"] ?? ""
        at = record.createdAt
        isRead = record.readAt != nil
    }
}

/// *Notifikasi*: what the site tells the caller.
///
/// Who has read what is nobody else's business: reading leaves no trace in the audit.
public struct ReadNotices: Sendable {
    public typealias ID = NoticeRecord.ID

    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// Every kind that has a sentence of its own and no letter.
    public static let withoutLetter = ["correction.accepted", "correction.refused"]

    /// One page, newest first; pass the last one's id as `before` for the next page.
    ///
    /// - Parameter language: that the reader reads now; nil for the account's own.
    public func callAsFunction(
        before key: ID? = nil, limit: Int, in language: Language? = nil, by caller: Caller
    ) async throws -> [NoticeView] {
        let language = language ?? caller.language
        return try await office.database.read { transaction in
            let account = try Self.account(of: caller, in: transaction)
            let records = try Notices.page(of: account, before: key, limit: limit, in: transaction)
            return try records.map { try NoticeView($0, in: language, transaction) }
        }
    }

    /// Marks one as read and gives it.
    /// - Throws: ``Refusal/notFound`` also for another's.
    public func open(_ id: ID, by caller: Caller) async throws -> NoticeView {
        let now = office.surroundings.now()
        return try await office.database.write { transaction in
            let account = try Self.account(of: caller, in: transaction)
            guard let notice = try Notices.find(id, of: account, in: transaction) else { throw Refusal.notFound }
            try Notices.markRead(id, of: account, at: now, in: transaction)
            return try NoticeView(notice, in: caller.language, transaction)
        }
    }

    public func markAll(by caller: Caller) async throws {
        let now = office.surroundings.now()
        try await office.database.write { transaction in
            let account = try Self.account(of: caller, in: transaction)
            try Notices.markRead(nil, of: account, at: now, in: transaction)
        }
    }

    private static func account(
        of caller: Caller, in transaction: borrowing Transaction
    ) throws -> AccountRecord.ID {
        guard let account = try Accounts.find(name: caller.account, in: transaction) else { throw Refusal.notFound }
        return account.id
    }
}
