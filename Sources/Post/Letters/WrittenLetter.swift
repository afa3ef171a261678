import Academy

/// A letter in its words, once for every kind of reader's program.
///
/// Both bodies say the same.
public struct WrittenLetter: Sendable, Hashable {
    /// One line.
    public let subject: String
    /// Lines end with `\n`.
    public let text: String
    /// A whole document with inline styles, without pictures and scripts.
    public let html: String

    public init(subject: String, text: String, html: String) {
        self.subject = subject
        self.text = text
        self.html = html
    }
}

/// A block of a letter with its values in it; what had nothing to show has dropped out.
enum FilledBlock {
    case paragraph(String)
    case facts([(label: String, value: String)])
    case action(label: String, link: String)

    init?(_ block: LetterTemplate.Block, _ values: [String: String]) {
        func isComplete(_ text: LetterText) -> Bool { text.names.allSatisfy { !values[$0, default: ""].isEmpty } }
        switch block {
        case .paragraph(let text):
            guard isComplete(text) else { return nil }
            self = .paragraph(text.filled(values))
        case .facts(let facts):
            let shown = facts.filter { isComplete($0.value) }.map { ($0.label, $0.value.filled(values)) }
            guard !shown.isEmpty else { return nil }
            self = .facts(shown)
        case .action(let label):
            self = .action(label: label, link: values["link", default: ""])
        }
    }
}

/// What stands around every letter in one language.
struct LetterFrame: Sendable {
    let greeting: LetterText
    /// Before the bare address, for programs that show no buttons.
    let fallback: String
    let system: String
    let academy: String
    let notice: String

    /// Reads `Greeting: …` and the others, one a line, in any order.
    init(_ source: String, file: String) throws(TemplateProblem) {
        var entries: [String: String] = [:]
        for (index, line) in source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if line.isEmpty { continue }
            let parts = line.split(separator: ":", maxSplits: 1)
            let place = TemplatePlace(file: file, line: index + 1)
            guard parts.count == 2, Self.names.contains(String(parts[0])) else {
                throw TemplateProblem(
                    place: place, problem: "a line is “name: words”; names are \(Self.names.joined(separator: ", "))")
            }
            entries[String(parts[0])] = String(parts[1].drop { $0 == " " })
        }
        let top = TemplatePlace(file: file, line: 1)
        if let missing = Self.names.first(where: { entries[$0, default: ""].isEmpty }) {
            throw TemplateProblem(place: top, problem: "\(missing) is missing")
        }
        greeting = try LetterText(entries["Greeting", default: ""], at: top)
        guard greeting.names == ["name"] else {
            throw TemplateProblem(place: top, problem: "the greeting has {name} and no other value")
        }
        fallback = entries["Fallback", default: ""]
        system = entries["System", default: ""]
        academy = entries["Academy", default: ""]
        notice = entries["Notice", default: ""]
    }

    private static let names = ["Greeting", "Fallback", "System", "Academy", "Notice"]
}
