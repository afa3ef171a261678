import FoundationEssentials
import Mustache

/// The HTML templates of `Templates/web`, parsed once: `layout/…`, `partials/…` and `pages/…`.
struct Templates: Sendable {
    private let library: MustacheLibrary
    let names: [String]

    init(folder: String) throws {
        var library = MustacheLibrary()
        var names: [String] = []
        for part in ["layout", "partials", "pages"] {
            for file in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(part)").sorted()
            where file.hasSuffix(".mustache") {
                // A layout's name is closed like a section's, and section names have no slash.
                let name = (part == "layout" ? "" : "\(part)/") + file.dropLast(9)
                try library.register(Self.parsed("\(folder)/\(part)/\(file)"), named: name)
                names.append(name)
            }
        }
        self.library = library
        self.names = names
    }

    private static func parsed(_ file: String) throws -> MustacheTemplate {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        do {
            return try MustacheTemplate(string: text)
        } catch let error as MustacheTemplate.ParserError {
            throw TemplateError(file: "\(file):\(error.context.lineNumber)", problem: "\(error.error)")
        }
    }

    func render(_ fields: Fields, with name: String) throws(TemplateError) -> String {
        guard let html = library.render(fields, withTemplate: name) else {
            throw TemplateError(file: name, problem: "there is no such template")
        }
        return html
    }
}

/// Why a template cannot be used.
struct TemplateError: Error, CustomStringConvertible {
    let file: String
    let problem: String

    var description: String { "\(file): \(problem)" }
}
