internal import Mustache

/// A text of a template: Mustache over the fields of a record, checked when the template is loaded.
struct FieldText: Sendable {
    let source: String
    /// The fields that it names, in their order.
    let fields: [String]
    /// Nil where nothing is to be filled in.
    private let template: MustacheTemplate?
    /// What stands between its values, one more than there are; nil where sections stand in it.
    private let pieces: [String]?

    /// For values that a group sets itself.
    static let plain = FieldText()

    private init() {
        source = ""
        fields = []
        template = nil
        pieces = nil
    }

    init(_ value: YAMLValue, fields allowed: Set<String>) throws(TemplateError) {
        source = try value.text()
        fields = try Self.names(in: source, value)
        if let unknown = fields.first(where: { !allowed.contains($0) }) {
            throw value.problem("unknown field {{\(unknown)}}; fields are \(allowed.sorted().joined(separator: ", "))")
        }
        do {
            // Paper is not HTML: an apostrophe stays an apostrophe.
            template = try MustacheTemplate(string: "{{% CONTENT_TYPE: TEXT}}" + source)
        } catch {
            throw value.problem("not Mustache: \(error)")
        }
        let (pieces, tags) = Self.cut(source)
        // A field that stands twice is left to Mustache, too.
        self.pieces = tags.map(String.init) == fields ? pieces : nil
    }

    /// What stands around the tags of a source, and the tags.
    private static func cut(_ source: String) -> (pieces: [String], tags: [Substring]) {
        var (pieces, tags): ([String], [Substring]) = ([], [])
        var rest = source[...]
        while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
            pieces.append(String(rest[..<open.lowerBound]))
            tags.append(rest[open.upperBound..<close.lowerBound])
            rest = rest[close.upperBound...]
        }
        return (pieces + [String(rest)], tags)
    }

    /// The text with the values in it.
    ///
    /// Empty values count as absent, so that `{{#field}}` sections drop out.
    func text(_ values: [String: String]) -> String {
        guard let template, !fields.isEmpty else { return source }
        let text =
            if let pieces {
                zip(pieces, fields).map { $0 + (values[$1] ?? "") }.joined() + pieces[fields.count]
            } else {
                template.render(values.filter { !$0.value.isEmpty })
            }
        return Self.isClosedUp(text) ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// No blanks but single ones between words.
    private static func isClosedUp(_ text: String) -> Bool {
        var isAfterBlank = true
        for scalar in text.unicodeScalars {
            if scalar == " " {
                if isAfterBlank { return false }
                isAfterBlank = true
            } else {
                if scalar.value < 0x20 || scalar.value > 0x7E && scalar.properties.isWhitespace { return false }
                isAfterBlank = false
            }
        }
        return !isAfterBlank || text.isEmpty
    }

    /// What stands around its values.
    var literal: String { Self.cut(source).pieces.joined() }

    /// Only values and sections: a template of a certificate includes nothing and changes no delimiters.
    private static func names(in source: String, _ value: YAMLValue) throws(TemplateError) -> [String] {
        var names: [String] = []
        var rest = Substring(source)
        while let start = rest.firstRange(of: "{{") {
            rest = rest[start.upperBound...]
            guard let end = rest.firstRange(of: "}}") else { throw value.problem("a {{ is never closed") }
            var tag = rest[..<end.lowerBound]
            rest = rest[end.upperBound...]
            if let kind = tag.first, "#^/&".contains(kind) { tag = tag.dropFirst() }
            let name = String(tag.filter { $0 != " " })
            guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else {
                throw value.problem("{{\(tag)}} is neither a field nor a section")
            }
            if !names.contains(name) { names.append(name) }
        }
        return names
    }
}
