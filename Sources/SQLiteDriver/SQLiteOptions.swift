public import SQL

/// How a database file is opened.
public struct SQLiteOptions: Sendable {
    /// How many reads may run at once; each has its own connection and its own snapshot.
    public var readers = 6
    /// How long to wait for another process's lock, in milliseconds.
    public var busyTimeout = 10_000
    /// Another virtual file system, by its registered name: the platform's own when nil.
    public var fileSystem: String?
    /// Called with each statement before it runs, on the thread that runs it; for tests that look at query plans.
    public var observer: (@Sendable (SQL) -> Void)?

    public init() {}
}
