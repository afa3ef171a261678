public import Academy
public import SQL

extension Accounts {
    /// An account that may coordinate courses.
    public struct Coordinator: Sendable, Hashable {
        public let id: AccountRecord.ID
        /// What it signs in with: its address.
        public let name: String
        public let displayName: String
    }

    /// Active accounts with the role, by the name that is shown, up to `limit`.
    public static func coordinators(limit: Int, in transaction: borrowing Transaction) throws -> [Coordinator] {
        // The condition on the roles is the index's own, word for word.
        try transaction.all(
            """
            SELECT id, name, display_name FROM account
            WHERE active = TRUE AND roles LIKE '%coordinator%' ORDER BY display_name, id LIMIT \(limit)
            """
        ) { Coordinator(id: try $0["id"], name: try $0["name"], displayName: try $0["display_name"]) }
    }
}
