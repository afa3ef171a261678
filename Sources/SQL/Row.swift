/// One row of an answer; its values are read by the names of their columns.
///
/// `let day: Day = try row["day"]`: the wanted type says what the column must hold, and an Optional says that it may be NULL.
public struct Row: Sendable {
    private let columns: Columns
    private let values: [SQLValue]

    /// For drivers: `values` in the order of `columns`.
    public init(columns: Columns, values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    /// Throws ``SQLError`` of kind `decoding` when there is no such column, when two have the name, or when it holds something else.
    @inlinable
    public subscript<Value: SQLRepresentable>(name: String) -> Value {
        get throws(SQLError) {
            let held = try held(name)
            guard let value = Value(sqlValue: held) else {
                throw decoding(name, "it holds \(held.kind) that is no \(Value.self)")
            }
            return value
        }
    }

    @usableFromInline
    func held(_ name: String) throws(SQLError) -> SQLValue {
        guard let index = columns.index(of: name) else {
            throw decoding(
                name, "there is no such column, or more than one; there are: \(columns.names.joined(separator: ", "))")
        }
        return values[index]
    }

    @usableFromInline
    func decoding(_ name: String, _ problem: String) -> SQLError {
        SQLError(kind: .decoding(column: name), sql: "", message: problem)
    }
}

extension Row {
    /// The names of an answer's columns; a driver makes them once for each prepared statement.
    public final class Columns: Sendable {
        public let names: [String]
        private let indices: [String: Int]

        public init(_ names: [String]) {
            self.names = names
            let numbered = names.enumerated().map { ($1, $0) }
            let ambiguous = -1
            indices = Dictionary(numbered) { _, _ in ambiguous }
        }

        func index(of name: String) -> Int? {
            guard let index = indices[name], index >= 0 else { return nil }
            return index
        }
    }
}
