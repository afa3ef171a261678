/// What is wrong in a file that an operator writes, and where.
public struct TemplateError: Error, Sendable, Hashable {
    public let file: String
    /// From 1; nil when the file as a whole is meant.
    public let line: Int?
    /// `content[3].style`; empty for the top.
    public let path: String
    public let problem: String

    public init(file: String, line: Int? = nil, path: String = "", problem: String) {
        self.file = file
        self.line = line
        self.path = path
        self.problem = problem
    }
}

extension TemplateError: CustomStringConvertible {
    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return path.isEmpty ? "\(place): \(problem)" : "\(place): \(path): \(problem)"
    }
}
