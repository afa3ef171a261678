import Academy

/// `/kewangan/pengecualian`: exemptions from fees, by two persons.
struct ExemptionsPage: Page {
    static let template = "exemptions"
    var rows: [Row]
    var mayPropose: Bool
    var myKad = ""
    var course = ""
    var basis = ""
    var problems = FormProblems.none
    var done = false

    struct Row: Sendable, Hashable {
        var id: String
        var name: String
        var myKad: String
        var courseCode: String
        var fee: Sen
        var basis: String
        var by: String
        var at: Instant
        var mayDecide: Bool
    }

    func title(_ words: Phrases) -> String {
        let title = words("exemption.heading")
        return problems.all.isEmpty ? title : "\(words("site.error")) \(title)"
    }

    func fields(_ words: Phrases) -> Fields {
        let inputs = [
            PlainField(id: "kp", label: words("exemption.myKad"), value: myKad, error: problems.text("kp", words)),
            PlainField(
                id: "kursus", label: words("exemption.course"), value: course, error: problems.text("kursus", words)),
            PlainField(
                id: "asas", label: words("exemption.basis"), hint: words("exemption.basisHint"), value: basis,
                error: problems.text("asas", words)),
        ]
        return problems.fields(words).adding([
            "rows": rows.map { $0.fields(words) }, "isEmpty": rows.isEmpty, "mayPropose": mayPropose,
            "fields": inputs.map(\.fields), "action": Route.exemptions.path,
            "done": done ? words("exemption.done") as any Showable : false,
        ])
    }
}

extension ExemptionsPage.Row {
    fileprivate func fields(_ words: Phrases) -> Fields {
        [
            "name": name, "myKad": myKad, "courseCode": courseCode, "fee": fee.text, "basis": basis, "by": by,
            "at": words.moment(at), "decideHref": mayDecide ? Route.exemption(id).path as any Showable : false,
        ]
    }
}
