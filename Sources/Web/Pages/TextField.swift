/// One field of a form: its label, what was typed, and what is wrong with it.
struct TextField: Sendable, Hashable {
    /// Also its name in the form and its anchor on the page.
    var id: String
    var label: String
    var hint = ""
    var value = ""
    var kind = Kind.text
    /// What browsers may fill in: an HTML autofill token.
    var autocomplete = "off"
    var longest = 200
    var isRequired = true
    var errors: [String] = []

    enum Kind: String, Sendable, Hashable { case text, email, tel, password, paragraph }

    var fields: Fields {
        let describers = (hint.isEmpty ? [] : ["\(id)-panduan"]) + (errors.isEmpty ? [] : ["\(id)-ralat"])
        return [
            "id": id, "label": label, "hint": hint.orAbsent, "value": kind == .password ? "" : value,
            "type": kind == .email ? "text" : kind.rawValue, "inputMode": kind == .email ? "email" : "text",
            "autocomplete": autocomplete, "longest": longest, "isRequired": isRequired,
            "isPassword": kind == .password, "isParagraph": kind == .paragraph, "isEmail": kind == .email,
            "fieldErrors": errors, "hasError": !errors.isEmpty,
            "describedBy": describers.joined(separator: " ").orAbsent,
        ]
    }
}

/// Everything that is wrong with a form, for the summary at its head.
struct ErrorSummary: Sendable, Hashable {
    struct Item: Sendable, Hashable {
        /// Id of the field that it leads to; nil where it belongs to none.
        var field: String?
        var text: String
    }

    var items: [Item] = []

    init(_ items: [Item] = []) { self.items = items }

    /// What the fields of a form say, in their order.
    init(of fields: [TextField]) {
        items = fields.flatMap { field in field.errors.map { Item(field: field.id, text: $0) } }
    }

    var fields: Fields {
        [
            "hasProblems": !items.isEmpty,
            "problemItems": items.map { Fields(["anchor": ($0.field).orAbsent, "text": $0.text]) },
        ]
    }
}

extension Phrases {
    /// The title of a form's page: browsers' tabs and screen readers say first that something is wrong.
    func title(_ heading: String, hasProblems: Bool) -> String {
        hasProblems ? "\(self("site.error")) \(heading)" : heading
    }
}
