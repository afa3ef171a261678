import Academy

/// `/profil/pembetulan`: *Mohon pembetulan*.
struct CorrectionFormPage: Page {
    static let template = "correction-form"
    /// nil until one is chosen.
    var field: StaffField?
    /// What the directory says now.
    var values: [StaffField: String]
    var wanted = ""
    var reason = ""
    /// A file of an earlier try that is good.
    var upload: ReceiptFormPage.Upload?
    var problems = FormProblems.none

    func title(_ words: Phrases) -> String {
        words.title(words("correction.heading"), hasProblems: !problems.all.isEmpty)
    }

    func fields(_ words: Phrases) -> Fields {
        let order = ["field", "wanted", "reason", "file"]
        let items = order.flatMap { name in
            problems.all.filter { $0.field == name }.map {
                ErrorSummary.Item(field: Self.anchor(name), text: words("profileFault.\($0.code)"))
            }
        }
        return ErrorSummary(items).fields.adding([
            "action": Route.profile(.request).path, "backHref": Route.profile(.profile).path,
            "current": (field.map { words.value(values[$0] ?? "", of: $0.rawValue) } ?? "").orAbsent,
            "hasField": field != nil, "fieldCode": field?.rawValue ?? "",
            "fieldName": (field.map { words("profileField.\($0.rawValue)") } ?? "").orAbsent,
            "fieldError": text("field", words).orAbsent,
            "options": StaffField.allCases.map { option -> Fields in
                [
                    "code": option.rawValue, "text": words("profileField.\(option.rawValue)"),
                    "isChosen": option == field,
                ]
            },
            "isState": field == .state,
            "states": ServiceState.allCases.map { state -> Fields in
                [
                    "code": state.rawValue, "text": state.name(in: words.language),
                    "isChosen": state.rawValue == wanted,
                ]
            },
            "wanted": wanted, "wantedError": text("wanted", words).orAbsent, "reason": reason,
            "reasonError": text("reason", words).orAbsent, "fileError": text("file", words).orAbsent,
            "upload": (upload.map { Fields(["id": $0.id, "name": $0.name, "href": Route.upload($0.id).path]) })
                .orAbsent,
        ])
    }

    private func text(_ field: String, _ words: Phrases) -> String {
        problems.all.first { $0.field == field }.map { words("profileFault.\($0.code)") } ?? ""
    }

    private static func anchor(_ field: String) -> String {
        switch field {
        case "field": "medan"
        case "wanted": "sepatutnya"
        case "reason": "sebab"
        default: "fail"
        }
    }
}
