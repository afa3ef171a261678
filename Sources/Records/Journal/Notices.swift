public import Academy
public import SQL

/// Notices on the site, in the transaction of what they tell.
public enum Notices {
    /// Tells the account that is called by an address, or whose officer has it; nobody where there is none.
    public static func add(
        _ notice: NoticeRecord, to address: String, in transaction: borrowing Transaction
    ) throws {
        if let account = try accounts(at: [address], in: transaction)[address.lowercased()] {
            try add(notice, for: account, in: transaction)
        }
    }

    static func add(
        _ notice: NoticeRecord, for account: AccountRecord.ID, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute(
            """
            INSERT INTO notice (id, account_id, kind, payload, created_at)
            VALUES (\(notice.id), \(account), \(notice.kind), \(try JSONColumn.text(notice.values)), \(notice.createdAt))
            """)
    }

    /// By address in small letters, the accounts that are called by it or else whose officer has it.
    static func accounts(
        at addresses: [String], in transaction: borrowing Transaction
    ) throws -> [String: AccountRecord.ID] {
        let list = SQL.list(addresses.map { $0.lowercased() })
        let named = try transaction.all(
            "SELECT name AS address, id FROM account WHERE name IN (\(list))"
        ) { row -> (String, AccountRecord.ID) in (try row["address"], try row["id"]) }
        let held = try transaction.all(
            """
            SELECT officer.email AS address, account.id AS id
            FROM officer JOIN account ON account.officer_id = officer.id
            WHERE officer.email IN (\(list))
            """
        ) { row -> (String, AccountRecord.ID) in (try row["address"], try row["id"]) }
        return Dictionary(named + held, uniquingKeysWith: { first, _ in first })
    }

    /// One page, newest first; pass the last one's id as `before` for the next page.
    public static func page(
        of account: AccountRecord.ID, before key: NoticeRecord.ID?, limit: Int, in transaction: borrowing Transaction
    ) throws -> [NoticeRecord] {
        // Ids are hexadecimal digits; a tilde sorts behind them all.
        try transaction.all(
            """
            SELECT id, kind, payload, created_at, read_at FROM notice
            WHERE account_id = \(account) AND id < \(key?.text ?? "~") ORDER BY id DESC LIMIT \(limit)
            """, as: notice)
    }

    public static func find(
        _ id: NoticeRecord.ID, of account: AccountRecord.ID, in transaction: borrowing Transaction
    ) throws -> NoticeRecord? {
        try transaction.first(
            """
            SELECT id, kind, payload, created_at, read_at FROM notice WHERE id = \(id) AND account_id = \(account)
            """, as: notice)
    }

    /// How many are not read; counted no further than to ``mostCounted``, because every page asks.
    public static func unread(
        of account: AccountRecord.ID, in transaction: borrowing Transaction
    ) throws -> Int {
        try transaction.one(
            """
            SELECT count(*) AS number FROM (
                SELECT 1 AS one FROM notice WHERE account_id = \(account) AND read_at IS NULL LIMIT \(mostCounted)
            ) AS unread
            """
        ) { try $0["number"] }
    }

    /// One more than the site tells apart: it says “99+”.
    public static let mostCounted = 100

    /// Marks one as read, or all of them; what was read stays as it is.
    public static func markRead(
        _ id: NoticeRecord.ID?, of account: AccountRecord.ID, at moment: Instant,
        in transaction: borrowing Transaction
    ) throws {
        let which: SQL = id.map { "id = \($0) AND " } ?? ""
        _ = try transaction.execute(
            "UPDATE notice SET read_at = \(moment) WHERE \(which)account_id = \(account) AND read_at IS NULL")
    }

    private static func notice(_ row: Row) throws -> NoticeRecord {
        NoticeRecord(
            id: try row["id"], kind: try row["kind"], values: try JSONColumn.value(try row["payload"]),
            createdAt: try row["created_at"], readAt: try row["read_at"])
    }
}
