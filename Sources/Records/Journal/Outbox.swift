public import Academy
import Attestation
public import SQL

/// A message that a committed change has called for.
///
/// It is sent after the commit, never before.
public struct OutboxMessage: Sendable, Hashable {
    public typealias ID = Identifier<OutboxMessage>

    public let id: ID
    /// Which mail: `certificate.ready`.
    public let kind: String
    public let recipient: String
    public let language: Language
    /// The values that its template needs.
    public let values: [String: String]

    public init(id: ID, kind: String, recipient: String, language: Language, values: [String: String]) {
        self.id = id
        self.kind = kind
        self.recipient = recipient
        self.language = language
        self.values = values
    }
}

/// Messages that wait to be sent, in the transaction of what they tell.
public enum Outbox {
    /// Adds a letter, and the notice of it for a recipient who has an account.
    public static func add(_ message: OutboxMessage, at moment: Instant, in transaction: borrowing Transaction) throws {
        try add([message], at: moment, in: transaction)
    }

    /// Adds letters of a set, each with its notice.
    public static func add(
        _ messages: [OutboxMessage], at moment: Instant, in transaction: borrowing Transaction
    ) throws {
        guard !messages.isEmpty else { return }
        let accounts = try Notices.accounts(at: messages.map(\.recipient), in: transaction)
        for message in messages {
            let values = message.values.sorted { $0.key < $1.key }.map { JSONText.Member($0.key, .text($0.value)) }
            let payload = JSONText.object(values).text
            _ = try transaction.execute(
                """
                INSERT INTO outbox (id, kind, recipient, language, payload, created_at, due_at)
                VALUES (\(message.id), \(message.kind), \(message.recipient), \(message.language), \(payload),
                    \(moment), \(moment))
                """)
            guard let account = accounts[message.recipient.lowercased()] else { continue }
            let notice = NoticeRecord(
                id: .init(message.id.text), kind: message.kind, values: message.values, createdAt: moment)
            try Notices.add(notice, for: account, in: transaction)
        }
    }

    /// Unsent messages that are due, oldest first.
    public static func due(
        at moment: Instant, limit: Int, in transaction: borrowing Transaction
    ) throws -> [OutboxMessage] {
        try transaction.all(
            """
            SELECT id, kind, recipient, language, payload FROM outbox
            WHERE sent_at IS NULL AND failed_at IS NULL AND due_at <= \(moment)
            ORDER BY due_at, id LIMIT \(limit)
            """
        ) { row in
            OutboxMessage(
                id: try row["id"], kind: try row["kind"], recipient: try row["recipient"],
                language: try row["language"], values: try JSONColumn.value(try row["payload"]))
        }
    }

    public static func count(in transaction: borrowing Transaction) throws -> Int {
        try transaction.one("SELECT count(*) AS number FROM outbox") { try $0["number"] }
    }
}
