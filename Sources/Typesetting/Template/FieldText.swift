internal import Mustache

/// A text of a template: Mustache over the fields of a record, checked when the template is loaded.
struct FieldText: Sendable {
    let source: String
    /// The fields that it names, in their order.
    let fields: [String]
    /// Nil where nothing is to be filled in.
    private let template: MustacheTemplate?

    /// For values that a group sets itself.
    static let plain = FieldText()

    private init() {
        source = ""
        fields = []
        template = nil
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
    }

    /// The text with the values in it.
    ///
    /// Empty values count as absent, so that `{{#field}}` sections drop out.
    func text(_ values: [String: String]) -> String {
        guard let template, !fields.isEmpty else { return source }
        let text = template.render(values.filter { !$0.value.isEmpty })
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// What stands around its values.
    var literal: String {
        var literal = ""
        var rest = source[...]
        while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
            literal += rest[..<open.lowerBound]
            rest = rest[close.upperBound...]
        }
        return literal + rest
    }

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
