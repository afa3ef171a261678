import Academy

/// Reads the cells of one row and collects everything that is wrong with them.
struct RowReader {
    let row: CSVTable.Row
    let file: String
    /// By how many days every day and moment is moved.
    private let shift: Int
    private(set) var problems: [InputProblem] = []

    init(_ row: CSVTable.Row, file: String, shiftedBy days: Int = 0) {
        self.row = row
        self.file = file
        shift = days
    }

    mutating func text(_ column: String) -> String {
        let text = row[column]
        if text.isEmpty { report(column, "must not be empty") }
        return text
    }

    /// The cell as `parse` reads it; nil, and a problem that says what was expected, when it cannot.
    mutating func value<Value>(_ column: String, expected: String, _ parse: (String) -> Value?) -> Value? {
        let text = row[column]
        if let value = parse(text) { return value }
        report(column, "“\(text)” is not \(expected)")
        return nil
    }

    /// The cell as a throwing initialiser reads it; its error says what would be right.
    mutating func parsed<Value>(_ column: String, _ parse: (String) throws -> Value) -> Value? {
        do {
            return try parse(row[column])
        } catch {
            report(column, "\(error)")
            return nil
        }
    }

    /// One of the raw values of an enum.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ column: String, as: Choice.Type = Choice.self)
        -> Choice?
    where Choice.RawValue == String {
        let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        return value(column, expected: "one of \(allowed)", Choice.init(rawValue:))
    }

    mutating func number(_ column: String, in range: ClosedRange<Int>) -> Int? {
        value(column, expected: "a number from \(range.lowerBound) to \(range.upperBound)") { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    mutating func flag(_ column: String) -> Bool? {
        value(column, expected: "true or false") { ["true": true, "false": false][$0] }
    }

    /// nil for an empty cell; a problem for anything that is no moment.
    mutating func moment(_ column: String) -> Instant? {
        if row[column].isEmpty { return nil }
        return value(column, expected: "a moment like 2026-03-09T01:02:03.000Z", Instant.init(iso:))?
            .adding(seconds: Int64(shift) * 86_400)
    }

    mutating func day(_ column: String) -> Day? {
        value(column, expected: "a day like 2026-03-09", Day.init(iso:))?.adding(days: shift)
    }

    mutating func report(_ column: String, _ reason: String) {
        problems.append(InputProblem(file: file, line: row.line, field: column, reason: reason))
    }
}

/// Everything that is wrong with the files of one import; never empty.
public struct ImportRefused: Error, Sendable, CustomStringConvertible {
    public let problems: [InputProblem]

    public var description: String {
        let shown = problems.prefix(50).map(\.description).joined(separator: "\n")
        return problems.count > 50 ? "\(shown)\n… and \(problems.count - 50) more" : shown
    }
}
