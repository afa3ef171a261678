/// One control of a long form: a line, a text or a choice, with its label, hint and what is wrong with it.
struct FormControl: Sendable, Hashable {
    /// Also its name and its anchor.
    var id: String
    var label: String
    var hint = ""
    var value = ""
    /// In words; empty when nothing is wrong.
    var error = ""
    var isRequired = true
    var type = "text"
    var inputMode = "text"
    var isParagraph = false
    /// A choice, when there are any.
    var options: [Option] = []
    /// Shown, sent, and not to be changed here.
    var isFixed = false
    /// What somebody else has saved meanwhile; empty when that is the same.
    var saved = ""
    /// Says that it may stay empty; nil where being required tells.
    var isOptionalNamed: Bool?

    struct Option: Sendable, Hashable {
        var value: String
        var text: String
    }

    func fields(_ words: Phrases) -> Fields {
        let described = [
            hint.isEmpty ? "" : "\(id)-panduan", error.isEmpty ? "" : "\(id)-ralat",
            saved.isEmpty ? "" : "\(id)-tersimpan",
        ].filter { !$0.isEmpty }
        return [
            "id": id, "label": label, "hint": hint.orAbsent, "value": value, "error": error.orAbsent, "type": type,
            "inputMode": inputMode, "isRequired": isRequired, "isParagraph": isParagraph,
            "isSelect": !options.isEmpty, "isLine": !isParagraph && options.isEmpty, "isFixed": isFixed,
            "saved": saved.orAbsent, "isOptional": isOptionalNamed ?? !isRequired,
            "options": options.map { option -> Fields in
                ["value": option.value, "text": option.text, "isChosen": option.value == value]
            },
            "describedBy": described.joined(separator: " ").orAbsent,
        ]
    }
}
