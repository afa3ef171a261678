import Academy

/// `/pentadbir/penandatangan`: *Penandatangan*.
struct SignatoriesPage: Page {
    static let template = "signatories"
    var rows: [Row]

    struct Row: Sendable, Hashable {
        var id: String
        var name: String
        var postMalay: String
        var postEnglish: String
        var term: TermOfOffice
        var isInOffice: Bool
    }

    func title(_ words: Phrases) -> String { words("signatory.heading") }

    func fields(_ words: Phrases) -> Fields {
        [
            "rows": rows.map { $0.fields(words) }, "isEmpty": rows.isEmpty,
            "newHref": SignatoryRoute.new.pattern,
        ]
    }
}

extension SignatoriesPage.Row {
    fileprivate func fields(_ words: Phrases) -> Fields {
        [
            "href": Route.signatory(.signatory(id)).path, "name": name,
            "post": words.language == .english ? postEnglish : postMalay,
            "from": term.from.map { words.day($0) } ?? words("signatory.always"),
            "until": term.until.map { words.day($0) } ?? words("signatory.open"),
            "state": words(isInOffice ? "signatory.inOffice" : "signatory.notInOffice"),
            "tagClass": isInOffice ? "tag-green" : "tag-gray",
        ]
    }
}

/// `/pentadbir/penandatangan/…`: a new signatory, or the days in office of one.
struct SignatoryPage: Page {
    static let template = "signatory"
    /// Nil for a new one.
    var id: String?
    var name = ""
    var postMalay = ""
    var postEnglish = ""
    var from = ""
    var until = ""
    var problems = FormProblems.none

    func title(_ words: Phrases) -> String {
        words.title(words(id == nil ? "signatory.new" : "signatory.term"), hasProblems: !problems.all.isEmpty)
    }

    func fields(_ words: Phrases) -> Fields {
        problems.fields(words).adding([
            "isNew": id == nil, "name": name, "post": postMalay, "listHref": SignatoryRoute.signatories.pattern,
            "heading": words(id == nil ? "signatory.new" : "signatory.term"),
            "action": id.map { Route.signatory(.signatory($0)).path } ?? SignatoryRoute.new.pattern,
            "controls": controls.map { $0(words).fields(words) },
        ])
    }

    private var controls: [(Phrases) -> FormControl] {
        let texts: [(Phrases) -> FormControl] = [
            { control("nama", name, $0) }, { control("jawatan", postMalay, $0) },
            { control("jawatan-en", postEnglish, $0, isRequired: false) },
        ]
        let days: [(Phrases) -> FormControl] = [
            { control("dari", from, $0, isRequired: false, type: "date") },
            { control("hingga", until, $0, isRequired: false, type: "date") },
        ]
        return id == nil ? texts + days : days
    }

    private func control(
        _ field: String, _ value: String, _ words: Phrases, isRequired: Bool = true, type: String = "text"
    ) -> FormControl {
        var control = FormControl(
            id: field, label: words("signatory.\(field)"), value: value, error: problems.text(field, words),
            isRequired: isRequired)
        control.type = type
        if type == "date" { control.hint = words("signatory.hint.\(field)") }
        return control
    }
}
