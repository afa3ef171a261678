public import Academy
public import SQL

/// What an administrator sees of the outbox.
extension Outbox {
    public static func find(
        _ id: OutboxMessage.ID, in transaction: borrowing Transaction
    ) throws -> OutboxEntry? {
        try transaction.first("SELECT \(columns) FROM outbox WHERE id = \(id)", as: entry)
    }

    /// One page, newest first; pass the last one's id as `before` for the next page.
    /// - Parameter state: nil for all.
    public static func page(
        _ state: OutboxEntry.State? = nil, before: OutboxMessage.ID?, limit: Int, in transaction: borrowing Transaction
    ) throws -> [OutboxEntry] {
        // Ids are hexadecimal digits; a tilde sorts behind them all.
        let bound = before?.text ?? "~"
        let rest: SQL = "id < \(bound) ORDER BY id DESC LIMIT \(limit)"
        return try transaction.all("SELECT \(columns) FROM outbox WHERE \(condition(state)) \(rest)", as: entry)
    }

    /// How many letters wait, and how many were given up.
    public static func counts(in transaction: borrowing Transaction) throws -> (waiting: Int, failed: Int) {
        (try count(.waiting, in: transaction), try count(.failed, in: transaction))
    }

    private static func count(_ state: OutboxEntry.State, in transaction: borrowing Transaction) throws -> Int {
        try transaction.one("SELECT count(*) AS number FROM outbox WHERE \(condition(state)) TRUE") { try $0["number"] }
    }

    /// Each is the condition of a partial index, word for word.
    private static func condition(_ state: OutboxEntry.State?) -> SQL {
        switch state {
        case nil: ""
        case .waiting: "sent_at IS NULL AND failed_at IS NULL AND "
        case .sent: "sent_at IS NOT NULL AND "
        case .failed: "failed_at IS NOT NULL AND "
        }
    }

    static let columns: SQL = """
        id, kind, recipient, language, payload, created_at, due_at, attempts, edition, resent_at, sent_at, failed_at,
        error, claim
        """

    static func entry(_ row: Row) throws -> OutboxEntry {
        OutboxEntry(
            message: OutboxMessage(
                id: try row["id"], kind: try row["kind"], recipient: try row["recipient"],
                language: try row["language"], values: try JSONColumn.value(try row["payload"])),
            createdAt: try row["created_at"], dueAt: try row["due_at"], attempts: try row["attempts"],
            edition: try row["edition"], resentAt: try row["resent_at"], sentAt: try row["sent_at"],
            failedAt: try row["failed_at"],
            error: try row["error"], claim: try row["claim"])
    }
}
