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
        /// Twice as many places as names, each with a name's index; a name stands at its mark's place or after it.
        private let places: [Int]
        private static let empty = -1

        public init(_ names: [String]) {
            self.names = names
            var size = 4
            while size < names.count * 2 { size *= 2 }
            var places = [Int](repeating: Self.empty, count: size)
            for (index, name) in names.enumerated() {
                var place = Self.mark(of: name) & (size - 1)
                while places[place] != Self.empty { place = (place + 1) & (size - 1) }
                places[place] = index
            }
            self.places = places
        }

        /// Nil where no column has the name, or more than one.
        func index(of name: String) -> Int? {
            var found: Int?
            var place = Self.mark(of: name) & (places.count - 1)
            while places[place] != Self.empty {
                if names[places[place]] == name {
                    guard found == nil else { return nil }
                    found = places[place]
                }
                place = (place + 1) & (places.count - 1)
            }
            return found
        }

        /// Of its length and a few letters: every value of every row is asked for by its name, for which a table that
        /// must withstand chosen names does too much.
        private static func mark(of name: String) -> Int {
            let mark = name.utf8.withContiguousStorageIfAvailable { letters in
                guard let first = letters.first, let last = letters.last else { return 0 }
                let middle = Int(letters[letters.count / 2])
                return letters.count &+ Int(first) &* 7 &+ middle &* 31 &+ Int(last) &* 131
            }
            return mark ?? 0
        }
    }
}
