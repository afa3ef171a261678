import Academy
import FoundationEssentials
import Yams

/// Every text of the site in one language, from `Templates/strings/<language>.yaml`.
///
/// A key is a path of names, `check.valid.title`. A text may hold `{name}` where a value comes in.
struct Phrases: Sendable {
    let language: Language
    private let texts: [String: String]
    /// The same texts as templates see them: `{{w.check.valid.title}}`.
    let tree: Fields

    init(language: Language, yaml: String, file: String) throws(PhrasesError) {
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch {
            throw PhrasesError(file: file, problem: "\(error)")
        }
        guard let mapping = root?.mapping else { throw PhrasesError(file: file, problem: "the file holds no keys") }
        var texts: [String: String] = [:]
        tree = try Self.branch(mapping, under: "", into: &texts, file: file)
        self.texts = texts
        self.language = language
    }

    /// Reads `<language>.yaml` in a folder.
    static func load(_ language: Language, from folder: String) throws -> Phrases {
        let file = "\(folder)/\(language.rawValue).yaml"
        let yaml = try String(contentsOfFile: file, encoding: .utf8)
        return try Phrases(language: language, yaml: yaml, file: file)
    }

    var keys: Set<String> { Set(texts.keys) }

    /// The text of a key; the key itself when there is none, which the tests do not let happen.
    func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        let text = texts[key] ?? key
        return values.isEmpty ? text : Self.filled(text, values)
    }

    /// A brace without a value of that name stays as it is.
    private static func filled(_ text: String, _ values: KeyValuePairs<String, String>) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            result += rest[..<open]
            result += values.first { $0.key == name }?.value ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    private static func branch(
        _ mapping: Node.Mapping, under prefix: String, into texts: inout [String: String], file: String
    ) throws(PhrasesError) -> Fields {
        var values: [String: any Sendable] = [:]
        for (key, node) in mapping {
            guard let name = key.string else {
                throw PhrasesError(file: file, problem: "a key under “\(prefix)” is no text")
            }
            let path = prefix.isEmpty ? name : "\(prefix).\(name)"
            if let mapping = node.mapping {
                values[name] = try branch(mapping, under: path, into: &texts, file: file)
            } else if let text = node.string {
                texts[path] = text
                values[name] = text
            } else {
                throw PhrasesError(file: file, problem: "“\(path)” is neither a text nor a group of texts")
            }
        }
        return Fields(values)
    }
}

/// Why a file of texts cannot be used.
struct PhrasesError: Error, CustomStringConvertible {
    let file: String
    let problem: String

    var description: String { "\(file): \(problem)" }
}
