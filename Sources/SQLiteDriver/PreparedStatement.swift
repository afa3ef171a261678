internal import CSQLite
internal import SQL

/// One prepared statement: the only owner of a `sqlite3_stmt`.
final class PreparedStatement {
    let sql: String
    private let handle: OpaquePointer
    private let database: OpaquePointer
    private var columns: Row.Columns?
    /// Where `$1`, `$2` … stand: SQLite numbers `$2, $1` as 1, 2, because to it they are names.
    private let places: [Int32]
    private(set) var isRunning = false
    /// How many columns `columns` was made for: an altered table gives a kept statement more.
    private var width: Int32 = -1

    init(_ sql: String, on database: OpaquePointer, kept: Bool) throws(SQLError) {
        var handle: OpaquePointer?
        let (code, rest) = Self.prepare(sql, database, kept, &handle)
        guard code == SQLITE_OK else { throw SQLError(code, on: database, sql: sql) }
        guard let handle else {
            throw SQLError(kind: .other(code: Int(SQLITE_MISUSE)), sql: sql, message: "the statement is empty")
        }
        guard !rest else {
            sqlite3_finalize(handle)
            throw SQLError(kind: .other(code: Int(SQLITE_MISUSE)), sql: sql, message: "more than one statement")
        }
        self.sql = sql
        self.handle = handle
        self.database = database
        places = (0..<sqlite3_bind_parameter_count(handle)).map {
            sqlite3_bind_parameter_index(handle, "$\($0 + 1)")
        }
    }

    deinit { sqlite3_finalize(handle) }

    /// Runs the statement over these values and leaves it ready for the next time, also when it fails.
    func run(_ values: [SQLValue], row: (Row) throws -> Bool) throws -> Int {
        isRunning = true
        defer {
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
            isRunning = false
        }
        try bind(values)
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: if try !row(currentRow()) { return 0 }
            case SQLITE_DONE: return sqlite3_stmt_readonly(handle) == 0 ? Int(sqlite3_changes64(database)) : 0
            case let code: throw SQLError(code, on: database, sql: sql)
            }
        }
    }

    private func bind(_ values: [SQLValue]) throws(SQLError) {
        for (offset, value) in values.enumerated() {
            let index = offset < places.count ? places[offset] : 0
            let code = index == 0 ? SQLITE_RANGE : bind(value, at: index)
            guard code == SQLITE_OK else { throw SQLError(code, on: database, sql: sql) }
        }
    }

    private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
        switch value {
        case .null: sqlite3_bind_null(handle, index)
        case .boolean(let bool): sqlite3_bind_int(handle, index, bool ? 1 : 0)
        case .integer(let number): sqlite3_bind_int64(handle, index, number)
        case .real(let number): sqlite3_bind_double(handle, index, number)
        case .text(let text):
            text.withCString { akmal_bind_text(handle, index, $0, UInt64(text.utf8.count)) }
        case .bytes(let bytes): akmal_bind_blob(handle, index, bytes, UInt64(bytes.count))
        }
    }

    private func currentRow() -> Row {
        let count = sqlite3_column_count(handle)
        return Row(columns: names(count), values: (0..<count).map(value))
    }

    private func names(_ count: Int32) -> Row.Columns {
        if let columns, width == count { return columns }
        let made = Row.Columns((0..<count).map { String(cString: sqlite3_column_name(handle, $0)) })
        columns = made
        width = count
        return made
    }

    private func value(at column: Int32) -> SQLValue {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: .integer(sqlite3_column_int64(handle, column))
        case SQLITE_FLOAT: .real(sqlite3_column_double(handle, column))
        case SQLITE_TEXT: .text(text(at: column))
        case SQLITE_BLOB: .bytes(bytes(at: column))
        default: .null
        }
    }

    private func text(at column: Int32) -> String {
        guard let start = sqlite3_column_text(handle, column) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    private func bytes(at column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }

    private static func prepare(
        _ sql: String, _ database: OpaquePointer, _ kept: Bool, _ handle: inout OpaquePointer?
    ) -> (code: Int32, rest: Bool) {
        var sql = sql
        return sql.withUTF8 { text in
            text.withMemoryRebound(to: CChar.self) { text in
                var tail: UnsafePointer<CChar>?
                let flags = kept ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
                let code = sqlite3_prepare_v3(database, text.baseAddress, Int32(text.count), flags, &handle, &tail)
                guard let start = text.baseAddress, let tail else { return (code, false) }
                let blank: Set<CChar> = [9, 10, 13, 32, 59]
                return (code, text[(tail - start)...].contains { !blank.contains($0) })
            }
        }
    }
}
