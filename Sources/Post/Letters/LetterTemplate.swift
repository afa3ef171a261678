/// One letter's words in one language: the single source of its text and its HTML.
///
/// ```
/// Subject: Permohonan {reference} diterima: {course}
///
/// A paragraph; lines that follow each other belong together.
///
/// | Kursus: {course}
/// | Tarikh: {dates}
///
/// [Jejak permohonan] {link}
/// ```
struct LetterTemplate: Sendable {
    let subject: LetterText
    let blocks: [Block]

    enum Block: Sendable {
        case paragraph(LetterText)
        /// Label and value, one a line.
        case facts([Fact])
        /// The letter's one link, as a button where there are buttons.
        case action(label: String)
    }

    struct Fact: Sendable {
        let label: String
        let value: LetterText
    }

    /// - Parameter kind: says which names must be used, each at least once, and no others.
    init(_ source: String, file: String, kind: LetterKind) throws(TemplateProblem) {
        let lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let top = TemplatePlace(file: file, line: 1)
        guard let first = lines.first, first.hasPrefix("Subject: ") else {
            throw TemplateProblem(place: top, problem: "the first line must be “Subject: …”")
        }
        subject = try LetterText(first.dropFirst(9), at: top)
        blocks = try Self.blocks(lines, file)
        let actions = blocks.filter { if case .action = $0 { true } else { false } }
        guard actions.count == 1 else {
            throw TemplateProblem(place: top, problem: "\(actions.count) links “[label] {link}” where one belongs")
        }
        try checkNames(of: kind, at: top)
    }

    private func checkNames(of kind: LetterKind, at place: TemplatePlace) throws(TemplateProblem) {
        // The frame greets by name.
        var used = subject.names.union(["link", "name"])
        for block in blocks { used.formUnion(block.names) }
        let known = kind.required.union(kind.optional)
        if let stranger = used.subtracting(known).min() {
            throw TemplateProblem(
                place: place,
                problem: "unknown value {\(stranger)}; the letter has \(known.sorted().joined(separator: ", "))")
        }
        if let unused = known.subtracting(used).min() {
            throw TemplateProblem(place: place, problem: "the value {\(unused)} is never shown")
        }
        guard subject.names.isDisjoint(with: kind.optional.union(kind.secrets)) else {
            throw TemplateProblem(place: place, problem: "a subject may hold neither a secret nor what may be absent")
        }
    }
}

extension LetterTemplate {
    private static func blocks(_ lines: [Substring], _ file: String) throws(TemplateProblem) -> [Block] {
        var blocks: [Block] = []
        var start = 1
        while start < lines.count {
            let group = lines[start...].prefix { !$0.isEmpty }
            if !group.isEmpty { blocks.append(try block(group, file)) }
            start = group.endIndex + 1
        }
        return blocks
    }

    private static func block(_ lines: ArraySlice<Substring>, _ file: String) throws(TemplateProblem) -> Block {
        let place = TemplatePlace(file: file, line: lines.startIndex + 1)
        if lines.first?.hasPrefix("|") == true { return .facts(try facts(lines, file)) }
        guard let line = lines.first, line.hasPrefix("[") else {
            return .paragraph(try LetterText(lines.joined(separator: " "), at: place))
        }
        let label = line.dropFirst().prefix { $0 != "]" }
        guard lines.count == 1, !label.isEmpty, line == "[\(label)] {link}" else {
            throw TemplateProblem(place: place, problem: "a link is one line “[label] {link}”")
        }
        return .action(label: String(label))
    }

    private static func facts(_ lines: ArraySlice<Substring>, _ file: String) throws(TemplateProblem) -> [Fact] {
        var facts: [Fact] = []
        for (index, line) in zip(lines.indices, lines) {
            let place = TemplatePlace(file: file, line: index + 1)
            let parts = line.dropFirst(2).split(separator: ":", maxSplits: 1)
            guard line.hasPrefix("| "), parts.count == 2 else {
                throw TemplateProblem(place: place, problem: "a fact is a line “| label: {value}”")
            }
            facts.append(Fact(label: String(parts[0]), value: try LetterText(parts[1].drop { $0 == " " }, at: place)))
        }
        return facts
    }
}

extension LetterTemplate.Block {
    var names: Set<String> {
        switch self {
        case .paragraph(let text): text.names
        case .facts(let facts): facts.reduce(into: []) { $0.formUnion($1.value.names) }
        case .action: []
        }
    }
}
