/// One statement and the values that it is given.
///
/// Written as a literal: `"SELECT name FROM officer WHERE id = \(id)"`. An interpolated value is *bound*, never pasted: the
/// engine gets `… WHERE id = $1` and the value apart, so that no value can change the statement. What may be interpolated:
///
/// - any ``SQLRepresentable`` value, which becomes the next `$n`;
/// - `\(nullable: value)`, the same for a value that may be absent;
/// - another `SQL`, such as a list of columns, whose own values are renumbered;
/// - `\(unchecked: "text")`, which pastes a constant of the source code.
///
/// There is deliberately no way to make an `SQL` from a string that came from outside.
public struct SQL: Sendable, Hashable, ExpressibleByStringInterpolation, CustomStringConvertible {
    /// The statement with `$1`, `$2` … numbered from left to right.
    public let text: String
    /// `values[0]` is bound to `$1`.
    public let values: [SQLValue]
    /// The text around the values: always one piece more than values.
    let pieces: [String]

    public init(stringLiteral literal: StaticString) {
        let literal = "\(literal)"
        text = literal
        pieces = [literal]
        values = []
    }

    public init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
        values = stringInterpolation.values
        text = Self.numbered(pieces)
    }

    /// `$1, $2, …`, for `IN (…)`: for lists that are short, such as the rows of a page.
    ///
    /// Each length is a statement of its own to an engine, so the last value is repeated up to a power of two.
    public static func list(_ values: some Sequence<some SQLRepresentable>) -> SQL {
        var values = values.map(\.sqlValue)
        guard let last = values.last else { return "NULL" }
        var size = 1
        while size < values.count { size *= 2 }
        values += Array(repeating: last, count: size - values.count)
        return SQL(pieces: [""] + Array(repeating: ", ", count: size - 1) + [""], values: values)
    }

    private init(pieces: [String], values: [SQLValue]) {
        self.init(text: Self.numbered(pieces), pieces: pieces, values: values)
    }

    private init(text: String, pieces: [String], values: [SQLValue]) {
        self.text = text
        self.pieces = pieces
        self.values = values
    }

    /// The same statement with other values, for one that is run so often that putting its text together would count.
    /// - Precondition: as many values as before.
    public func binding(_ values: any SQLRepresentable...) -> SQL {
        precondition(values.count == self.values.count, "as many values as the statement has places")
        return SQL(text: text, pieces: pieces, values: values.map(\.sqlValue))
    }

    /// The statement only: values may be personal and do not belong into logs.
    public var description: String { text }

    private static func numbered(_ pieces: [String]) -> String {
        var text = pieces[0]
        text.reserveCapacity(pieces.reduce(0) { $0 + $1.utf8.count + 4 })
        for number in 1..<max(1, pieces.count) {
            text += number < places.count ? places[number] : "$\(number)"
            text += pieces[number]
        }
        return text
    }

    /// `$0`, `$1` …: every statement needs some of them.
    private static let places = (0...64).map { "$\($0)" }
}

extension SQL {
    /// Collects a literal's pieces; see ``SQL`` for what may stand in it.
    public struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [String]
        var values: [SQLValue] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            pieces = [""]
            pieces.reserveCapacity(interpolationCount + 1)
            values.reserveCapacity(interpolationCount)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { paste(String(decoding: $0, as: UTF8.self)) }
        }

        public mutating func appendInterpolation(_ value: some SQLRepresentable) {
            values.append(value.sqlValue)
            pieces.append("")
        }

        /// A value that may be absent; absent is NULL.
        public mutating func appendInterpolation(nullable value: (some SQLRepresentable)?) {
            values.append(value?.sqlValue ?? .null)
            pieces.append("")
        }

        public mutating func appendInterpolation(_ fragment: SQL) {
            paste(fragment.pieces[0])
            pieces += fragment.pieces.dropFirst()
            values += fragment.values
        }

        public mutating func appendInterpolation(unchecked constant: StaticString) { paste("\(constant)") }

        private mutating func paste(_ text: String) { pieces[pieces.count - 1] += text }
    }
}
