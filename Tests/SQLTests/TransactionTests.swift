import SQL
import Testing

@Suite struct TransactionTests {
    struct Refusal: Error {}

    private func number(_ row: Row) throws -> Int { try row["n"] }

    @Test func `all gives every row in order`() throws {
        let transaction = Transaction(over: ScriptedConnection([3, 1, 2]), dialect: .sqlite)
        #expect(try transaction.all("SELECT n FROM t", as: number) == [3, 1, 2])
    }

    @Test func `first stops after one row`() throws {
        let connection = ScriptedConnection([3, 1, 2])
        let transaction = Transaction(over: connection, dialect: .sqlite)
        #expect(try transaction.first("SELECT n FROM t", as: number) == 3)
        #expect(connection.given == 1)
    }

    @Test func `first of nothing is nil`() throws {
        let transaction = Transaction(over: ScriptedConnection(), dialect: .sqlite)
        #expect(try transaction.first("SELECT n FROM t", as: number) == nil)
    }

    @Test(arguments: [[], [1, 2], [1, 2, 3]] as [[Int64]])
    func `one row means one`(numbers: [Int64]) throws {
        let transaction = Transaction(over: ScriptedConnection(numbers), dialect: .sqlite)
        let kind = SQLError.Kind.notOneRow(found: min(numbers.count, 2))
        #expect(throws: SQLError(kind: kind, sql: "SELECT n FROM t", message: "exactly one was expected")) {
            try transaction.one("SELECT n FROM t", as: number)
        }
        let single = Transaction(over: ScriptedConnection([7]), dialect: .sqlite)
        #expect(try single.one("SELECT n FROM t", as: number) == 7)
    }

    @Test func `an attempt that succeeds keeps its savepoint's work`() throws {
        let connection = ScriptedConnection()
        let transaction = Transaction(over: connection, dialect: .sqlite)
        let answer = try transaction.attempt { transaction in
            try transaction.execute("INSERT INTO t DEFAULT VALUES")
            return 5
        }
        #expect(answer == 5)
        #expect(
            connection.asked == ["SAVEPOINT attempt", "INSERT INTO t DEFAULT VALUES", "RELEASE SAVEPOINT attempt"])
    }

    @Test func `an attempt that fails undoes its own work and hands out the error`() throws {
        let connection = ScriptedConnection()
        let transaction = Transaction(over: connection, dialect: .sqlite)
        #expect(throws: Refusal.self) { try transaction.attempt { _ in throw Refusal() } }
        #expect(
            connection.asked == [
                "SAVEPOINT attempt", "ROLLBACK TO SAVEPOINT attempt", "RELEASE SAVEPOINT attempt",
            ])
    }
}
