import Academy

/// `/pentadbir/sijil/{certificate}/pembetulan`: what a corrected certificate shall say, then what that changes.
struct CertificateCorrectionPage: Page {
    static let template = "certificate-correction"
    var id: String
    var serial: String
    /// As it is printed on the certificate that is to be replaced.
    var printed: Values
    /// As it shall be printed.
    var wanted: Values
    var remark = ""
    var problems = FormProblems.none
    /// What would change; empty until that is known.
    var differences: [Difference] = []
    var nextSerial = ""

    struct Values: Sendable, Hashable {
        var holder: String
        var courseMalay: String
        var courseEnglish: String
        var dates: String
    }

    struct Difference: Sendable, Hashable {
        /// As ``CertificateFace/fields`` names it.
        var field: String
        var before: String
        var after: String
    }

    func title(_ words: Phrases) -> String {
        words.title("\(words("certDeed.correct.heading")): \(serial)", hasProblems: !problems.all.isEmpty)
    }

    func fields(_ words: Phrases) -> Fields {
        let inputs = [
            field("nama", "holder", wanted.holder, printed.holder, PersonName.longest, words),
            field("tajuk", "courseMalay", wanted.courseMalay, printed.courseMalay, 200, words),
            field("tajuk-en", "courseEnglish", wanted.courseEnglish, printed.courseEnglish, 200, words),
            field("tarikh", "days", wanted.dates, printed.dates, 700, words),
            TextField(
                id: "ulasan", label: words("certs.remark"), hint: words("certs.remarkHint"), value: remark,
                kind: .paragraph, longest: 2000, errors: errors("ulasan", words)),
        ]
        return ErrorSummary(of: inputs).fields.adding([
            "action": Route.certificates(.correction(id)).path,
            "backHref": Route.certificates(.certificate(id)).path, "serial": serial, "nextSerial": nextSerial,
            "inputs": inputs.map(\.fields), "isPreview": !differences.isEmpty,
            "kept": [
                kept("nama", wanted.holder), kept("tajuk", wanted.courseMalay), kept("tajuk-en", wanted.courseEnglish),
                kept("tarikh", wanted.dates), kept("ulasan", remark),
            ],
            "differences": differences.map { difference -> Fields in
                [
                    "label": words("certField.\(difference.field)"), "before": difference.before.orAbsent,
                    "after": difference.after.orAbsent,
                ]
            },
        ])
    }

    private func field(
        _ id: String, _ key: String, _ value: String, _ printed: String, _ longest: Int, _ words: Phrases
    ) -> TextField {
        let now = words("certs.printed", ["text": printed.isEmpty ? "–" : printed])
        let hint = key == "days" ? "\(words("certs.daysHint")) \(now)" : now
        return TextField(
            id: id, label: words("certField.\(key)"), hint: hint, value: value, longest: longest,
            isRequired: id != "tajuk-en", errors: errors(id, words))
    }

    private func kept(_ key: String, _ value: String) -> Fields { ["key": key, "value": value] }

    private func errors(_ field: String, _ words: Phrases) -> [String] {
        problems.all.filter { $0.field == field }.map { words("certFault.\($0.code)") }
    }
}
