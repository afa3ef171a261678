public import Academy
public import SQL

/// Passwords that come and go, and the sessions that go with them.
extension Accounts {
    public static func find(
        officer: Officer.ID, in transaction: borrowing Transaction
    ) throws -> AccountRecord? {
        try transaction.first("SELECT \(columns) FROM account WHERE officer_id = \(officer)", as: account)
    }

    /// Keeps a mailed password beside the account's own; a later one takes the place of an earlier.
    public static func setTemporary(
        _ password: TemporaryPasswordRecord, of id: AccountRecord.ID, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute(
            """
            UPDATE account SET temporary_hash = \(password.hash), temporary_until = \(password.until),
                temporary_used_at = NULL
            WHERE id = \(id)
            """)
    }

    /// Marks the mailed password as used: the account must be given a password of its own before anything else.
    public static func useTemporary(
        of id: AccountRecord.ID, at moment: Instant, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute(
            """
            UPDATE account SET temporary_used_at = COALESCE(temporary_used_at, \(moment)), must_change_password = TRUE
            WHERE id = \(id)
            """)
    }

    /// Gives the account a password of its own, remembers the one before, and forgets what was mailed.
    ///
    /// - Parameter keeping: how many former ones are remembered.
    public static func changePassword(
        to hash: String, of account: AccountRecord, keeping: Int, at moment: Instant,
        in transaction: borrowing Transaction
    ) throws {
        if !account.passwordHash.isEmpty {
            _ = try transaction.execute(
                """
                INSERT INTO former_password (account_id, replaced_at, password_hash)
                VALUES (\(account.id), \(moment), \(account.passwordHash))
                ON CONFLICT (account_id, replaced_at) DO NOTHING
                """)
        }
        _ = try transaction.execute(
            """
            DELETE FROM former_password WHERE account_id = \(account.id) AND replaced_at NOT IN (
                SELECT replaced_at FROM former_password WHERE account_id = \(account.id)
                ORDER BY replaced_at DESC LIMIT \(keeping))
            """)
        _ = try transaction.execute(
            """
            UPDATE account SET password_hash = \(hash), must_change_password = FALSE, temporary_hash = '',
                temporary_until = NULL, temporary_used_at = NULL
            WHERE id = \(account.id)
            """)
    }

    /// Hashes of the passwords before the present one, the latest first.
    public static func formerPasswords(
        of id: AccountRecord.ID, limit: Int, in transaction: borrowing Transaction
    ) throws -> [String] {
        try transaction.all(
            """
            SELECT password_hash FROM former_password WHERE account_id = \(id) ORDER BY replaced_at DESC LIMIT \(limit)
            """
        ) { try $0["password_hash"] }
    }

    /// Ends every session of an account.
    @discardableResult
    public static func closeSessions(
        of id: AccountRecord.ID, in transaction: borrowing Transaction
    ) throws -> Int {
        try transaction.execute("DELETE FROM login_session WHERE account_id = \(id)")
    }
}
