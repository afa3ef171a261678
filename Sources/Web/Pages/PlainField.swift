/// One field of a form with its label, its hint and what is wrong with it.
struct PlainField: Sendable, Hashable {
    var id: String
    var label: String
    var hint = ""
    var value = ""
    /// In words; empty when nothing is wrong.
    var error = ""
    var type = "text"
    var inputMode = "text"

    var fields: Fields {
        let described = [hint.isEmpty ? "" : "\(id)-panduan", error.isEmpty ? "" : "\(id)-ralat"].filter { !$0.isEmpty }
        return [
            "id": id, "label": label, "hint": hint.orAbsent, "value": value, "error": error.orAbsent, "type": type,
            "inputMode": inputMode, "describedBy": described.joined(separator: " ").orAbsent,
        ]
    }
}

/// What is wrong with a form, in words: at the top with a link to each field, and at the field itself.
struct FormProblems: Sendable, Hashable {
    /// Field and the code of what is wrong with it, in the order of the form.
    var all: [Entry] = []

    struct Entry: Sendable, Hashable {
        var field: String
        var code: String
    }

    static let none = FormProblems()

    func text(_ field: String, _ words: Phrases) -> String {
        all.first { $0.field == field }.map { words("formFault.\($0.code)") } ?? ""
    }

    /// For the summary, which takes the focus.
    func fields(_ words: Phrases) -> Fields {
        let entries: [Fields] = all.map {
            ["href": "#\($0.field)", "text": words("formFault.\($0.code)")]
        }
        return ["problems": all.isEmpty ? false : Fields(["entries": entries]) as any Showable]
    }
}
