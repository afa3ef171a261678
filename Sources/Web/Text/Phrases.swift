import Academy
import FoundationEssentials
import Yams

/// Every text of the site in one language, from the files of `Templates/strings/<language>/`.
///
/// Each file holds the texts of one area of the site; no two may hold the same first name of a key. A key is a path of
/// names, `check.valid.title`. A text may hold `{name}` where a value comes in, and `{name|day|days}` where a word depends on
/// it: the first for one, the second for any other number.
struct Phrases: Sendable {
    let language: Language
    private let texts: [String: Phrase]
    /// The same texts as templates see them: `{{w.check.valid.title}}`.
    let tree: Fields

    /// - Parameter files: what each file holds, by the file's name.
    init(language: Language, files: [(name: String, yaml: String)]) throws(PhrasesError) {
        var texts: [String: Phrase] = [:]
        var trunk: [String: Shown] = [:]
        for (file, yaml) in files {
            for (name, branch) in try Self.mapping(yaml, file: file) {
                guard let key = name.string else {
                    throw PhrasesError(file: file, problem: "a key under “” is no text")
                }
                guard trunk[key] == nil else {
                    throw PhrasesError(file: file, problem: "“\(key)” stands in another file too")
                }
                trunk[key] = try Self.value(branch, at: key, into: &texts, file: file)
            }
        }
        tree = Fields(trunk)
        self.texts = texts
        self.language = language
    }

    /// Reads every `.yaml` of the language's folder, in the order of their names.
    static func load(_ language: Language, from folder: String) throws -> Phrases {
        let own = "\(folder)/\(language.rawValue)"
        let names = try FileManager.default.contentsOfDirectory(atPath: own).filter { $0.hasSuffix(".yaml") }.sorted()
        guard !names.isEmpty else { throw PhrasesError(file: own, problem: "the folder holds no .yaml") }
        let files = try names.map { name in
            (name: name, yaml: try String(contentsOfFile: "\(own)/\(name)", encoding: .utf8))
        }
        return try Phrases(language: language, files: files)
    }

    var keys: Set<String> { Set(texts.keys) }

    /// The text of a key; the key itself when there is none, which the tests do not let happen.
    func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        guard let phrase = texts[key] else { return key }
        return values.isEmpty ? phrase.text : phrase.filled { name in values.first { $0.key == name }?.value }
    }

    /// The text of a key that is put together from a code, which may be younger than the texts.
    func known(_ key: String, else text: String) -> String { texts[key]?.text ?? text }

    /// A text with values of which some may be missing; empty where there is no such text.
    func sentence(_ key: String, _ values: [String: String]) -> String {
        texts[key]?.filled { values[$0] ?? "–" } ?? ""
    }

    private static func mapping(_ yaml: String, file: String) throws(PhrasesError) -> Node.Mapping {
        let root: Node?
        do {
            // All are texts: which of them look like numbers or dates need not be found out, by a regular expression each.
            root = try Yams.compose(yaml: yaml, .basic)
        } catch {
            throw PhrasesError(file: file, problem: "\(error)")
        }
        guard let mapping = root?.mapping else { throw PhrasesError(file: file, problem: "the file holds no keys") }
        return mapping
    }

    /// A text, or the texts of a group; every text also goes into `texts` under its whole key.
    private static func value(
        _ node: Node, at path: String, into texts: inout [String: Phrase], file: String
    ) throws(PhrasesError) -> Shown {
        if let text = node.string {
            texts[path] = Phrase(text)
            return .text(text)
        }
        guard let mapping = node.mapping else {
            throw PhrasesError(file: file, problem: "“\(path)” is neither a text nor a group of texts")
        }
        var values: [String: Shown] = [:]
        for (key, inner) in mapping {
            guard let name = key.string else {
                throw PhrasesError(file: file, problem: "a key under “\(path)” is no text")
            }
            values[name] = try value(inner, at: "\(path).\(name)", into: &texts, file: file)
        }
        return .fields(Fields(values))
    }
}

/// Why a file of texts cannot be used.
struct PhrasesError: Error, CustomStringConvertible {
    let file: String
    let problem: String

    var description: String { "\(file): \(problem)" }
}
