import FoundationEssentials

/// Where the templates and assets of this checkout are.
enum Checkout {
    static let root: String = {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        while let last = parts.last, last != "Tests" { parts.removeLast() }
        return parts.dropLast().joined(separator: "/")
    }()

    static let templates = "\(root)/Templates/web"
    static let strings = "\(root)/Templates/strings"
    static let assets = "\(root)/Assets"
    static let fonts = "\(root)/Fonts/files"

    static func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    /// Every file below a folder with one of the endings, by its path.
    static func files(below folder: String, ending: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(ending) }.sorted()
            .map { "\(folder)/\($0)" }
    }
}
