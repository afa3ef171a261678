internal import CSQLite
internal import SQL

/// One connection to the file: the only owner of a `sqlite3`.
///
/// Used by one thread at a time, which its owner's lock sees to.
final class SQLiteConnection: EngineConnection {
    enum Role {
        case writer, reader
    }

    private let database: OpaquePointer
    private let observer: (@Sendable (SQL) -> Void)?
    private var kept: [String: PreparedStatement] = [:]
    private static let mostKept = 256

    init(_ path: String, as role: Role, _ options: SQLiteOptions) throws {
        var database: OpaquePointer?
        // One thread at a time is our own promise, so SQLite's locks are left out.
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        let code = sqlite3_open_v2(path, &database, flags, options.fileSystem)
        guard code == SQLITE_OK, let database else {
            let error = SQLError(code, on: database, sql: "")
            sqlite3_close_v2(database)
            throw SQLiteOpenError(path, error)
        }
        self.database = database
        observer = options.observer
        do { try configure(as: role, options) } catch let error as SQLError { throw SQLiteOpenError(path, error) }
    }

    deinit {
        kept.removeAll()
        sqlite3_close_v2(database)
    }

    func run(_ sql: SQL, row: (Row) throws -> Bool) throws -> Int {
        observer?(sql)
        // The same statement may be run again from inside `row`: that one is made anew, and let go.
        if let statement = kept[sql.text] {
            let free = statement.isRunning ? try PreparedStatement(sql.text, on: database, kept: false) : statement
            return try free.run(sql.values, row: row)
        }
        let statement = try PreparedStatement(sql.text, on: database, kept: true)
        if kept.count >= Self.mostKept { kept = kept.filter { $0.value.isRunning } }
        kept[sql.text] = statement
        return try statement.run(sql.values, row: row)
    }

    /// False after an error on which SQLite rolled back by itself.
    var isInTransaction: Bool { sqlite3_get_autocommit(database) == 0 }

    /// Every statement of a connection runs under these, whoever opened the file first.
    private func configure(as role: Role, _ options: SQLiteOptions) throws {
        sqlite3_busy_timeout(database, Int32(options.busyTimeout))
        // A schema from a stranger's file must not call functions, and "text" in double quotes is an error as it is elsewhere.
        for (option, value) in [
            (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0), (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_DQS_DML, 0),
            (SQLITE_DBCONFIG_DQS_DDL, 0), (SQLITE_DBCONFIG_ENABLE_FKEY, 1),
        ] { _ = akmal_configure(database, option, Int32(value)) }
        try switchToLog()
        try execute("PRAGMA synchronous = FULL")
        try execute("PRAGMA temp_store = MEMORY")
        // The upper pages of the indexes stay, so that a read by key asks the file for little more than its row.
        // In KiB; a reader keeps them as long as it is open, and there are several.
        try execute(role == .writer ? "PRAGMA cache_size = -16384" : "PRAGMA cache_size = -4096")
        // Pages of the log before it is written back: pages that set after set touches are then written back once.
        try execute("PRAGMA wal_autocheckpoint = 4000")
        if role == .reader { try execute("PRAGMA query_only = ON") }
    }

    /// WAL lets readers and the writer pass each other.
    ///
    /// It stays with the file, so later connections find it set.
    private func switchToLog() throws {
        var mode = ""
        _ = try run("PRAGMA journal_mode = WAL") { row in
            mode = try row["journal_mode"]
            return true
        }
        guard mode == "wal" else {
            throw SQLError(
                kind: .other(code: Int(SQLITE_CANTOPEN)), sql: "",
                message: "this file system cannot hold a write-ahead log (journal mode \(mode)); use a local disk")
        }
    }

    func execute(_ sql: SQL) throws { _ = try run(sql) { _ in true } }
}
