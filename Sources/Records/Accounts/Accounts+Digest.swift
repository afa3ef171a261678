public import SQL

/// Who gets the daily digest.
extension Accounts {
    /// Active accounts that coordinate a course, by id.
    public static func coordinating(in transaction: borrowing Transaction) throws -> [AccountRecord] {
        let ids = try transaction.all("SELECT DISTINCT account_id FROM course_coordinator ORDER BY account_id") {
            row -> AccountRecord.ID in try row["account_id"]
        }
        return try ids.compactMap { try find($0, in: transaction) }.filter(\.isActive)
    }

    /// Active accounts of the finance unit, by id.
    public static func finance(in transaction: borrowing Transaction) throws -> [AccountRecord] {
        try transaction.all(
            "SELECT \(columns) FROM account WHERE active AND roles LIKE '%finance%' ORDER BY id", as: account)
    }
}
