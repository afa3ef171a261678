import FoundationEssentials

/// The HTML templates of `Templates/web`, parsed once: `layout/…`, `partials/…` and `pages/…`.
struct Templates: Sendable {
    private let library: [String: Template]
    let names: [String]

    init(folder: String) throws {
        var library: [String: Template] = [:]
        var names: [String] = []
        for part in ["layout", "partials", "pages"] {
            for file in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(part)").sorted()
            where file.hasSuffix(".mustache") {
                // A layout's name is closed like a section's, and section names have no slash.
                let name = (part == "layout" ? "" : "\(part)/") + file.dropLast(9)
                library[name] = try Self.read("\(folder)/\(part)/\(file)")
                names.append(name)
            }
        }
        self.library = library
        self.names = names
    }

    private static func read(_ file: String) throws -> Template {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        do throws(Template.Problem) {
            return try Template(text: text)
        } catch {
            throw TemplateError(file: "\(file):\(error.line)", problem: error.text)
        }
    }

    private init(library: [String: Template], names: [String]) {
        self.library = library
        self.names = names
    }

    /// The same templates with the texts, assets and addresses in place that are the same on every page.
    func filled(with frame: Fields) -> Templates {
        Templates(library: library.mapValues { $0.filled(with: frame) }, names: names)
    }

    func render(_ fields: Fields, with name: String) throws(TemplateError) -> String {
        var rendering = Rendering(fields, library: library)
        try rendering.add(template: name)
        return rendering.html
    }
}

/// Why a template cannot be used.
struct TemplateError: Error, CustomStringConvertible {
    let file: String
    let problem: String

    var description: String { "\(file): \(problem)" }
}
