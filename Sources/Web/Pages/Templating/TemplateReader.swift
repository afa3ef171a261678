/// Reads a template from its beginning to its end.
struct TemplateReader {
    private let text: Substring
    private var rest: Substring
    /// Nothing but blanks can stand between the line's beginning and what comes next.
    private var isAtLineStart = true

    init(_ text: String) {
        self.text = text[...]
        rest = self.text
    }

    /// - Parameter section: the name of the section that these parts are in; nil outside of any.
    mutating func parts(of section: String? = nil) throws(Template.Problem) -> [Template.Part] {
        var parts: [Template.Part] = []
        while let tag = try nextTag(&parts) {
            switch tag.kind {
            case "#": parts.append(.section(.init(tag.name), try self.parts(of: tag.name)))
            case "^": parts.append(.inverted(.init(tag.name), try self.parts(of: tag.name)))
            case "$": parts.append(.block(tag.name, try self.parts(of: tag.name)))
            case "<": parts.append(.frame(tag.name, try blocks(of: tag.name)))
            case ">": parts.append(.partial(tag.name))
            case "/":
                guard tag.name == section else { throw problem("{{/\(tag.name)}} closes nothing") }
                return parts
            default: parts.append(.value(.init(tag.name)))
            }
        }
        if let section { throw problem("{{/\(section)}} is missing") }
        return parts
    }

    /// What stands in a frame outside of its blocks is not shown.
    private mutating func blocks(of frame: String) throws(Template.Problem) -> [String: [Template.Part]] {
        isAtLineStart = true
        var blocks: [String: [Template.Part]] = [:]
        for part in try parts(of: frame) {
            if case .block(let name, let parts) = part { blocks[name] = parts }
        }
        if rest.first?.isNewline == true { rest = rest.dropFirst() }
        return blocks
    }

    private struct Tag {
        let kind: Character
        let name: String
    }

    /// The next tag, with the text before it put to `parts`; nil at the end.
    private mutating func nextTag(_ parts: inout [Template.Part]) throws(Template.Problem) -> Tag? {
        guard let open = Self.pair(of: UInt8(ascii: "{"), in: rest) else {
            Self.add(rest, to: &parts)
            rest = rest[rest.endIndex...]
            return nil
        }
        guard let close = Self.pair(of: UInt8(ascii: "}"), in: rest[open.upperBound...]) else {
            throw problem("{{ without }}")
        }
        var before = rest[..<open.lowerBound]
        let inside = rest[open.upperBound..<close.lowerBound]
        rest = rest[close.upperBound...]
        let tag = try tag(inside)
        let isAlone = tag.kind != "{" && takeLine(before)
        if isAlone { before = before.trimmingBlanksAtEnd }
        Self.add(before, to: &parts)
        isAtLineStart = isAlone
        return tag
    }

    /// The first place where a brace stands twice: by bytes, which costs less than by letters.
    private static func pair(of brace: UInt8, in text: Substring) -> Range<Substring.Index>? {
        var rest = text.utf8
        while let first = rest.firstIndex(of: brace) {
            let second = rest.index(after: first)
            guard second < rest.endIndex else { return nil }
            if rest[second] == brace { return first..<rest.index(after: second) }
            rest = rest[second...]
        }
        return nil
    }

    private func tag(_ inside: Substring) throws(Template.Problem) -> Tag {
        let kinds: Set<Character> = ["#", "^", "/", "$", "<", ">"]
        let kind = inside.first.flatMap { kinds.contains($0) ? $0 : nil }
        let name = kind == nil ? inside : inside.dropFirst()
        guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "._-/".contains($0)) })
        else { throw problem("“{{\(inside)}}” is no tag of these templates") }
        return Tag(kind: kind ?? "{", name: String(name))
    }

    /// Takes the rest of the line when the tag stands alone on it.
    private mutating func takeLine(_ before: Substring) -> Bool {
        let head = before.lastIndex { $0.isNewline }.map { before[before.index(after: $0)...] }
        guard head?.allSatisfy(\.isBlank) ?? (isAtLineStart && before.allSatisfy(\.isBlank)) else { return false }
        let after = rest.drop(while: \.isBlank)
        guard let next = after.first else {
            rest = after
            return true
        }
        guard next.isNewline else { return false }
        rest = after.dropFirst()
        return true
    }

    private func problem(_ problem: String) -> Template.Problem {
        let line = text[..<rest.startIndex].count { $0.isNewline } + 1
        return Template.Problem(line: line, text: problem)
    }

    private static func add(_ text: Substring, to parts: inout [Template.Part]) {
        if !text.isEmpty { parts.append(.text(String(text))) }
    }
}

extension Character {
    fileprivate var isBlank: Bool { self == " " || self == "\t" }
}

extension Substring {
    fileprivate var trimmingBlanksAtEnd: Substring {
        var text = self
        while let last = text.last, last.isBlank { text.removeLast() }
        return text
    }
}
