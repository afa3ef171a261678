import SQL

/// An engine that answers every statement with the same rows and notes what it was asked.
final class ScriptedConnection: EngineConnection {
    private(set) var asked: [String] = []
    private(set) var given = 0
    private let numbers: [Int64]

    init(_ numbers: [Int64] = []) { self.numbers = numbers }

    func run(_ sql: SQL, row: (Row) throws -> Bool) throws -> Int {
        asked.append(sql.text)
        let columns = Row.Columns(["n"])
        for number in numbers {
            given += 1
            guard try row(Row(columns: columns, values: [.integer(number)])) else { break }
        }
        return numbers.count
    }
}
