/// One template of a page, read: what stands between its tags, and the tags.
///
/// It is the part of Mustache that pages need: `{{name}}`, always escaped, `{{#section}}`, `{{^section}}`,
/// `{{>partial}}`, and `{{<frame}}` with `{{$block}}`s. A tag that stands alone on its line takes the line with it.
struct Template: Sendable {
    let parts: [Part]

    enum Part: Sendable, Hashable {
        case text(String)
        case value(Name)
        /// For each of a list, once for anything else but `false`, not at all for what is absent.
        case section(Name, [Part])
        case inverted(Name, [Part])
        case partial(String)
        /// Another template, with blocks of its own put in place of that one's.
        case frame(String, [String: [Part]])
        case block(String, [Part])
    }

    /// A path of names; empty for `{{.}}`, the thing itself.
    struct Name: Sendable, Hashable {
        let first: FieldName?
        let rest: [FieldName]
        /// It begins with what only the page as a whole has, such as the texts of its language.
        let isOfFrame: Bool

        init(_ text: String) {
            let steps = text == "." ? [] : text.split(separator: ".").map { FieldName(String($0)) }
            first = steps.first
            rest = Array(steps.dropFirst())
            isOfFrame = steps.count > 1 && steps.first.map { Self.ofFrame.contains($0.text) } ?? false
        }

        /// Texts, assets and addresses; no part of a page has fields of these names.
        private static let ofFrame: Set<String> = ["w", "a", "to"]
    }

    init(text: String) throws(Problem) {
        var reader = TemplateReader(text)
        parts = try reader.parts()
    }

    /// Why a text is no template, and on which line.
    struct Problem: Error, Sendable, Hashable {
        let line: Int
        let text: String
    }
}
