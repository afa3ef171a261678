/// A CSV file (RFC 4180, UTF-8, with or without a byte order mark) that has been read whole.
public struct CSVTable: Sendable {
    public let header: [String]
    public let rows: [Row]

    /// One row under the header.
    public struct Row: Sendable {
        /// The line of the file on which the row begins, from 1.
        public let line: Int
        fileprivate let cells: [String]
        fileprivate let columns: [String: Int]

        /// The trimmed cell of a column; empty where the row has none.
        public subscript(column: String) -> String {
            guard let index = columns[column], index < cells.count else { return "" }
            let trimmed = cells[index].drop(while: \.isWhitespace)
            return String(trimmed.reversed().drop(while: \.isWhitespace).reversed())
        }
    }

    /// Reads a file's bytes; `file` names it in what is thrown.
    /// - Parameter required: columns that the header must have; others are ignored.
    public init(bytes: [UInt8], file: String, required: [String]) throws(InputProblem) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw InputProblem(file: file, line: 1, field: "", reason: "the file is not UTF-8; save it as “CSV UTF-8”")
        }
        let records = try CSVReader(text: text, file: file).records()
        guard let first = records.first else {
            throw InputProblem(
                file: file, line: 1, field: "", reason: "the file is empty; it needs a line of column names")
        }
        let header = first.cells.map { $0.filter { !$0.isWhitespace }.lowercased() }
        for column in required where !header.contains(column) {
            throw InputProblem(
                file: file, line: first.line, field: column,
                reason: "the column is missing; the header has: \(header.joined(separator: ", "))")
        }
        let columns = Dictionary(header.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
        self.header = header
        rows = records.dropFirst().map { Row(line: $0.line, cells: $0.cells, columns: columns) }
    }
}
