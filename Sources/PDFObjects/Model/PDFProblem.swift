/// Why bytes are not a PDF file of the kind that is read here, or why one cannot be made.
public enum PDFProblem: Error, Sendable, Hashable {
    /// What was expected, and at which byte.
    case syntax(String, at: Int)
    /// No table of objects where the file's end says it is, or one of another kind than a plain table.
    case noTable
    case missing(String)
    case compression(String)
    /// More nested than any honest file.
    case tooDeep
}

extension PDFProblem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .syntax(let wanted, let place): "the PDF has no \(wanted) at byte \(place)"
        case .noTable: "the PDF does not end with a plain table of its objects"
        case .missing(let thing): "the PDF has no \(thing)"
        case .compression(let reason): "a stream of the PDF cannot be packed or unpacked: \(reason)"
        case .tooDeep: "the PDF's values are nested too deep"
        }
    }
}
