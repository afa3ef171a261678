internal import CSQLite

/// SQLite tells the columns of a broken uniqueness, other engines the index.
///
/// Callers want one name on all of them.
enum UniqueIndex {
    /// The name of the index, or `<table>_pkey`; the columns themselves when no index fits.
    static func name(behind message: String, _ database: OpaquePointer?) -> String {
        let subject = message.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? message
        // Of an index on an expression SQLite tells the name: UNIQUE constraint failed: index 'officer_email'
        if subject.hasPrefix("index '") { return String(subject.dropFirst(7).dropLast()) }
        let columns = subject.split(separator: ",").map { $0.drop(while: { $0 == " " }).split(separator: ".") }
        guard let database, let table = columns.first?.first, columns.allSatisfy({ $0.count == 2 }) else {
            return subject
        }
        return name(of: String(table), columns.map { String($0[1]) }, database) ?? subject
    }

    private static func name(of table: String, _ columns: [String], _ database: OpaquePointer) -> String? {
        let indices = rows("SELECT name, origin FROM pragma_index_list($1) WHERE \"unique\"", table, database)
        for index in indices where index.count == 2 {
            let own = rows("SELECT name, '' FROM pragma_index_info($1) ORDER BY seqno", index[0], database)
            if own.compactMap(\.first) == columns { return index[1] == "pk" ? "\(table)_pkey" : index[0] }
        }
        // A single INTEGER PRIMARY KEY has no index of its own.
        return columns.count == 1 && indices.allSatisfy { $0.last != "pk" } ? "\(table)_pkey" : nil
    }

    private static func rows(_ sql: String, _ argument: String, _ database: OpaquePointer) -> [[String]] {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK else { return [] }
        defer { sqlite3_finalize(statement) }
        _ = akmal_bind_text(statement, 1, argument, UInt64(argument.utf8.count))
        var rows: [[String]] = []
        while sqlite3_step(statement) == SQLITE_ROW {
            rows.append((0..<2).map { sqlite3_column_text(statement, $0).map { String(cString: $0) } ?? "" })
        }
        return rows
    }
}
