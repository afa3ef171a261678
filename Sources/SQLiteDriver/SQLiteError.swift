internal import CSQLite
internal import SQL

extension SQLError {
    /// What went wrong last on a connection, in the classes that every engine shares.
    init(_ code: Int32, on database: OpaquePointer?, sql: String) {
        let message = database.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(code))
        self.init(kind: Kind(code, message, database), sql: sql, message: message)
    }
}

extension SQLError.Kind {
    fileprivate init(_ code: Int32, _ message: String, _ database: OpaquePointer?) {
        switch code {
        case SQLiteCode.unique, SQLiteCode.primaryKey, SQLiteCode.rowID:
            self = .unique(constraint: UniqueIndex.name(behind: message, database))
        case SQLiteCode.foreignKey: self = .foreignKey
        case SQLiteCode.check: self = .check(constraint: Self.subject(of: message))
        case SQLiteCode.notNull: self = .notNull(column: Self.subject(of: message))
        default: self = .init(primary: code)
        }
    }

    private init(primary code: Int32) {
        switch code & 0xff {
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
        case SQLITE_FULL: self = .full
        case SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_NOTADB: self = .lost
        default: self = .other(code: Int(code))
        }
    }

    /// `officer.mykad` of `UNIQUE constraint failed: officer.mykad`.
    private static func subject(of message: String) -> String {
        message.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? message
    }
}

/// SQLite's extended codes, which are macros with an expression and so are not imported.
enum SQLiteCode {
    static let check = SQLITE_CONSTRAINT | 1 << 8
    static let foreignKey = SQLITE_CONSTRAINT | 3 << 8
    static let notNull = SQLITE_CONSTRAINT | 5 << 8
    static let primaryKey = SQLITE_CONSTRAINT | 6 << 8
    static let unique = SQLITE_CONSTRAINT | 8 << 8
    static let rowID = SQLITE_CONSTRAINT | 10 << 8
}
