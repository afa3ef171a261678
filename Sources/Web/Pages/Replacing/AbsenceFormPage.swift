import Academy
import Desk

/// `/permohonan/{application}/tidak-hadir`: letter, reason and who comes instead.
struct AbsenceFormPage: Page {
    static let template = "absence-form"
    /// The radio button's value for *tiada pengganti*.
    static let nobody = "tiada"
    var id: String
    var titleMalay: String
    var titleEnglish: String
    var dates: DatePhrase
    var reason = ""
    /// A letter of an earlier try that is good.
    var upload: Upload?
    var search = ""
    var findings: Findings?
    /// Who is chosen, also when the last search has not found them.
    var chosen: Choice?
    var goesWithout = false
    var mayGoWithout = false
    /// Logistics are frozen: the coordinator looks for a replacement.
    var isFrozen = false
    var problems = FormProblems.none

    struct Upload: Sendable, Hashable {
        var id: String
        var name: String
        var hasPicture: Bool
    }

    /// An officer who may be chosen.
    struct Choice: Sendable, Hashable {
        var id: String
        var name: String
        var maskedMyKad: String
        var email: String
        var post: String
        var station: String
    }

    struct Findings: Sendable, Hashable {
        var choices: [Choice]
        var unfit: Int
        var isCut: Bool
        var isEmptyQuery: Bool
    }

    func title(_ words: Phrases) -> String {
        words.title(words("absence.heading"), hasProblems: !problems.all.isEmpty)
    }

    func fields(_ words: Phrases) -> Fields {
        let error = problems.text("pengganti", words)
        return problems.fields(words).adding(Findings.fields(findings, words)).adding([
            "courseTitle": words.language == .english && !titleEnglish.isEmpty ? titleEnglish : titleMalay,
            "dates": dates.text(in: words.language), "action": AbsenceRoute.form(application: id).path,
            "backHref": Route.application(id).path, "reasonField": reasonField(words).fields,
            "fileError": problems.text("surat", words).orAbsent,
            "upload": (upload.map { Fields(["id": $0.id, "name": $0.name, "href": Route.upload($0.id).path]) })
                .orAbsent,
            "search": search, "replacementError": error.orAbsent, "isFrozen": isFrozen,
            "choices": shown.map { $0.fields(isChosen: $0.id == chosen?.id) }, "hasChoices": !shown.isEmpty,
            "nobody": mayGoWithout ? Fields(["value": Self.nobody, "isChosen": goesWithout]) as any Showable : false,
        ])
    }

    /// Who is chosen stands first, so that a further search does not lose them.
    private var shown: [Choice] {
        let found = findings?.choices ?? []
        guard let chosen, !found.contains(where: { $0.id == chosen.id }) else { return found }
        return [chosen] + found
    }

    private func reasonField(_ words: Phrases) -> TextField {
        let error = problems.text("alasan", words)
        return TextField(
            id: "alasan", label: words("absence.reason"), hint: words("absence.reasonHint"), value: reason,
            kind: .paragraph, longest: ReasonText.longest, errors: error.isEmpty ? [] : [error])
    }
}

extension AbsenceFormPage.Choice {
    func fields(isChosen: Bool) -> Fields {
        [
            "id": "pengganti-\(id)", "value": id, "name": name, "myKad": maskedMyKad, "email": email, "post": post,
            "station": station, "isChosen": isChosen,
        ]
    }
}

extension AbsenceFormPage.Findings {
    /// What the search has come to, in words; nothing before anybody was searched for.
    static func fields(_ findings: AbsenceFormPage.Findings?, _ words: Phrases) -> Fields {
        guard let findings else { return ["found": false, "unfit": false, "cut": false] }
        let count = findings.choices.count
        let text =
            findings.isEmptyQuery
            ? words("absence.searchShort")
            : count == 0 ? words("absence.foundNone") : words("absence.found", ["n": words.number(count)])
        return [
            "found": text, "cut": findings.isCut ? words("absence.cut") as any Showable : false,
            "unfit": findings.unfit > 0
                ? words("absence.unfit", ["n": words.number(findings.unfit)]) as any Showable : false,
        ]
    }
}

extension AbsenceFormPage {
    init(_ draft: ReleaseDraft, _ form: ReleaseForm) {
        self.init(
            id: draft.application.text, titleMalay: draft.course.titleMalay, titleEnglish: draft.course.titleEnglish,
            dates: draft.course.dates, reason: form.reason, upload: draft.upload.map(Upload.init), search: form.search,
            findings: draft.findings.map(Findings.init), chosen: draft.replacement.map(Choice.init),
            goesWithout: form.goesWithout && draft.mayGoWithout, mayGoWithout: draft.mayGoWithout,
            isFrozen: draft.isFrozen)
    }
}

extension AbsenceFormPage.Upload {
    init(_ upload: UploadSummary) { self.init(id: upload.id, name: upload.name, hasPicture: upload.hasPicture) }
}

extension AbsenceFormPage.Choice {
    init(_ choice: ReplacementChoice) {
        self.init(
            id: choice.officer.text, name: choice.name, maskedMyKad: choice.maskedMyKad, email: choice.email,
            post: choice.post, station: choice.station)
    }
}

extension AbsenceFormPage.Findings {
    init(_ findings: ReplacementFindings) {
        self.init(
            choices: findings.choices.map(AbsenceFormPage.Choice.init), unfit: findings.unfit, isCut: findings.isCut,
            isEmptyQuery: findings.isEmptyQuery)
    }
}
