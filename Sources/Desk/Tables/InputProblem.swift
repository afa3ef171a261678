/// What is wrong with a file that somebody gave, and where.
public struct InputProblem: Error, Sendable, Hashable, CustomStringConvertible {
    public let file: String
    /// From 1.
    public let line: Int
    /// The column or key; empty when the line as a whole is wrong.
    public let field: String
    /// What is wrong and what would be right.
    public let reason: String

    public init(file: String, line: Int, field: String, reason: String) {
        self.file = file
        self.line = line
        self.field = field
        self.reason = reason
    }

    public var description: String { "\(file):\(line): \(field.isEmpty ? "" : "\(field): ")\(reason)" }
}
