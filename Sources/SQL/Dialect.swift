/// The few places where engines do not speak the same SQL; everything else is written once in their common subset.
public struct Dialect: Sendable, Hashable {
    public let name: String
    /// Ends a SELECT that claims rows to work on: rows that another worker has claimed are passed over.
    ///
    /// Empty where there is only one writer.
    public let skippingLocked: SQL
    /// Begins a migration: two programs that start at once must not migrate at once.
    ///
    /// Empty where write transactions are exclusive.
    public let migrationLock: SQL

    public static let sqlite = Dialect(name: "sqlite", skippingLocked: "", migrationLock: "")
    public static let postgres = Dialect(
        name: "postgres", skippingLocked: " FOR UPDATE SKIP LOCKED",
        migrationLock: "LOCK TABLE schema_migration IN EXCLUSIVE MODE")
}
