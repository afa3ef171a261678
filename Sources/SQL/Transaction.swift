/// An open transaction, lent to a closure of ``Database/read(_:_:)`` or ``Database/write(_:)``.
///
/// It cannot be copied, stored or awaited on, so nothing can use it after its end and no transaction is ever held across a
/// suspension. Returning from the closure commits, throwing from it rolls back.
public struct Transaction: ~Copyable {
    /// What differs between engines, for the few statements that need to know.
    public let dialect: Dialect
    private let connection: any EngineConnection

    /// For drivers: the transaction that is open on a connection.
    public init(over connection: any EngineConnection, dialect: Dialect) {
        self.connection = connection
        self.dialect = dialect
    }

    /// Runs a statement for its effect and tells how many rows it touched.
    @discardableResult
    public borrowing func execute(_ sql: SQL) throws -> Int {
        try connection.run(sql) { _ in true }
    }

    /// All rows; for answers that are small by nature or have a LIMIT.
    public borrowing func all<Value>(_ sql: SQL, as decode: (Row) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try each(sql) { values.append(try decode($0)) }
        return values
    }

    /// The first row, or nil when there is none; later rows are not even fetched.
    public borrowing func first<Value>(_ sql: SQL, as decode: (Row) throws -> Value) throws -> Value? {
        var value: Value?
        _ = try connection.run(sql) { row in
            value = try decode(row)
            return false
        }
        return value
    }

    /// The only row.
    ///
    /// Throws ``SQLError`` of kind `notOneRow` for none and for several.
    public borrowing func one<Value>(_ sql: SQL, as decode: (Row) throws -> Value) throws -> Value {
        var found = 0
        var value: Value?
        _ = try connection.run(sql) { row in
            found += 1
            value = try decode(row)
            return found < 2
        }
        guard found == 1, let value else {
            throw SQLError(kind: .notOneRow(found: found), sql: sql.text, message: "exactly one was expected")
        }
        return value
    }

    /// Hands out each row as it comes, in constant memory.
    ///
    /// `body` may run other statements.
    public borrowing func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        _ = try connection.run(sql) { row in
            try body(row)
            return true
        }
    }

    /// Runs `body` under a savepoint: when it throws, only what it did is undone, and the transaction goes on.
    ///
    /// So one bad row does not lose a batch. The error comes out; catch it where the next row is begun.
    @discardableResult
    public borrowing func attempt<Value>(_ body: (borrowing Transaction) throws -> Value) throws -> Value {
        try execute("SAVEPOINT attempt")
        let value: Value
        do {
            value = try body(self)
        } catch {
            try execute("ROLLBACK TO SAVEPOINT attempt")
            try execute("RELEASE SAVEPOINT attempt")
            throw error
        }
        try execute("RELEASE SAVEPOINT attempt")
        return value
    }
}
