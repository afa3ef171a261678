public import Academy
public import SQL

/// What administrators do with accounts.
extension Accounts {
    /// One page in the order of names; pass the last one's name as `after` for the next page.
    public static func page(
        after name: String, limit: Int, in transaction: borrowing Transaction
    ) throws -> [AccountRecord] {
        try transaction.all(
            "SELECT \(columns) FROM account WHERE account.name > \(name) ORDER BY account.name LIMIT \(limit)",
            as: account)
    }

    public static func setRoles(
        _ roles: Set<Role>, of id: AccountRecord.ID, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute("UPDATE account SET roles = \(text(roles)) WHERE id = \(id)")
    }

    public static func setActive(
        _ isActive: Bool, of id: AccountRecord.ID, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute("UPDATE account SET active = \(isActive) WHERE id = \(id)")
    }

    /// Whether another account than `id` may still administer.
    public static func hasOtherAdministrator(
        than id: AccountRecord.ID, in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.first(
            """
            SELECT id FROM account WHERE roles LIKE '%administrator%' AND active = TRUE AND id <> \(id) LIMIT 1
            """
        ) { row -> String in try row["id"] } != nil
    }

    /// How many sessions of an account are open.
    public static func openSessions(
        of id: AccountRecord.ID, at moment: Instant, in transaction: borrowing Transaction
    ) throws -> Int {
        try transaction.one(
            "SELECT count(*) AS number FROM login_session WHERE account_id = \(id) AND expires_at > \(moment)"
        ) { try $0["number"] }
    }
}

extension Offerings {
    /// Courses that an account coordinates, in the order of their ids.
    public static func courses(
        coordinatedBy id: AccountRecord.ID, in transaction: borrowing Transaction
    ) throws -> [Course.ID] {
        try transaction.all(
            "SELECT course_id FROM course_coordinator WHERE account_id = \(id) ORDER BY course_id"
        ) { try $0["course_id"] }
    }

    /// - Returns: false when the account did not coordinate the course.
    @discardableResult
    public static func removeCoordinator(
        _ account: AccountRecord.ID, from course: Course.ID, in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.execute(
            "DELETE FROM course_coordinator WHERE course_id = \(course) AND account_id = \(account)") == 1
    }
}
