public import Academy
public import SQL

/// Accounts and the sessions of those who are signed in.
public enum Accounts {
    static let columns: SQL = """
        account.id, account.name, account.password_hash, account.roles, account.officer_id, account.display_name,
        account.language, account.must_change_password, account.active, account.temporary_hash,
        account.temporary_until, account.temporary_used_at
        """

    public static func insert(
        _ account: AccountRecord, at moment: Instant, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute(
            """
            INSERT INTO account (id, name, password_hash, roles, officer_id, display_name, language,
                must_change_password, active, created_at, temporary_hash, temporary_until)
            VALUES (\(account.id), \(account.name), \(account.passwordHash), \(Self.text(account.roles)),
                \(nullable: account.officer), \(account.displayName), \(account.language), \(account.mustChangePassword),
                \(account.isActive), \(moment), \(account.temporary?.hash ?? ""),
                \(nullable: account.temporary?.until))
            """)
    }

    public static func find(name: String, in transaction: borrowing Transaction) throws -> AccountRecord? {
        try transaction.first("SELECT \(columns) FROM account WHERE name = \(name.lowercased())", as: account)
    }

    public static func find(_ id: AccountRecord.ID, in transaction: borrowing Transaction) throws -> AccountRecord? {
        try transaction.first("SELECT \(columns) FROM account WHERE id = \(id)", as: account)
    }

    /// The language that an officer reads in; Malay when the officer has no account.
    public static func language(of officer: Officer.ID, in transaction: borrowing Transaction) throws -> Language {
        try transaction.first("SELECT language FROM account WHERE officer_id = \(officer)") { row -> Language in
            try row["language"]
        } ?? .malay
    }

    /// Of those of the officers who have an account.
    public static func languages(
        of officers: [Officer.ID], in transaction: borrowing Transaction
    ) throws -> [Officer.ID: Language] {
        let found = try transaction.all(
            "SELECT officer_id, language FROM account WHERE officer_id IN (\(SQL.list(officers)))"
        ) { row -> (Officer.ID, Language) in (try row["officer_id"], try row["language"]) }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }

    /// Replaces a hash, for example one that was made with weaker parameters.
    public static func setPasswordHash(
        _ hash: String, of id: AccountRecord.ID, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute("UPDATE account SET password_hash = \(hash) WHERE id = \(id)")
    }

    /// The account of a live session and the secret of its forms; nil when there is none, or when its officer has left.
    public static func session(
        tokenSHA256: String, at moment: Instant, in transaction: borrowing Transaction
    ) throws -> (account: AccountRecord, csrf: String)? {
        try transaction.first(
            """
            SELECT csrf, \(columns) FROM login_session JOIN account ON account.id = account_id
            LEFT JOIN officer ON officer.id = account.officer_id
            WHERE token_sha256 = \(tokenSHA256) AND expires_at > \(moment) AND account.active
                AND COALESCE(officer.active, TRUE)
            """
        ) { (try account($0), try $0["csrf"]) }
    }

    /// Opens a session; sessions of anybody that have ended are swept out on the way.
    public static func openSession(
        tokenSHA256: String, of id: AccountRecord.ID, csrf: String, at moment: Instant, until end: Instant,
        in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute("DELETE FROM login_session WHERE expires_at <= \(moment)")
        _ = try transaction.execute(
            """
            INSERT INTO login_session (token_sha256, account_id, csrf, created_at, expires_at)
            VALUES (\(tokenSHA256), \(id), \(csrf), \(moment), \(end))
            """)
    }

    public static func closeSession(tokenSHA256: String, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute("DELETE FROM login_session WHERE token_sha256 = \(tokenSHA256)")
    }

    static func text(_ roles: Set<Role>) -> String { roles.sorted().map(\.rawValue).joined(separator: " ") }

    static func account(_ row: Row) throws -> AccountRecord {
        let roles: String = try row["roles"]
        return AccountRecord(
            id: try row["id"], name: try row["name"], passwordHash: try row["password_hash"],
            roles: Set(roles.split(separator: " ").compactMap { Role(rawValue: String($0)) }),
            officer: try row["officer_id"], displayName: try row["display_name"], language: try row["language"],
            mustChangePassword: try row["must_change_password"], isActive: try row["active"],
            temporary: try temporary(row))
    }

    private static func temporary(_ row: Row) throws -> TemporaryPasswordRecord? {
        let until: Instant? = try row["temporary_until"]
        return try until.map {
            TemporaryPasswordRecord(hash: try row["temporary_hash"], until: $0, usedAt: try row["temporary_used_at"])
        }
    }
}
