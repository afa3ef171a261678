import Academy
import Desk

/// `/permohonan/{application}/pengganti`: another name, after the one before did not come.
struct ReplacementPage: Page {
    static let template = "replacement"
    var id: String
    var applicant: String
    var course: String
    var titleMalay: String
    var titleEnglish: String
    var isOwn: Bool
    var search = ""
    var findings: AbsenceFormPage.Findings?
    /// Why nobody can be named now.
    var refusals: [ApplicationRefusal] = []
    /// Who is asked already.
    var named: NomineeLine?
    var problems = FormProblems.none

    func title(_ words: Phrases) -> String {
        words.title(words("replacement.heading"), hasProblems: !problems.all.isEmpty)
    }

    func fields(_ words: Phrases) -> Fields {
        let found = findings?.choices ?? []
        return problems.fields(words).adding(AbsenceFormPage.Findings.fields(findings, words)).adding([
            "courseTitle": words.language == .english && !titleEnglish.isEmpty ? titleEnglish : titleMalay,
            "applicant": applicant, "action": AbsenceRoute.replacement(application: id).path,
            "backHref": isOwn ? Route.application(id).path : AbsenceRoute.releases(course: course).path,
            "backText": isOwn ? words("track.heading") : words("release.heading"), "search": search,
            "choices": found.map { $0.fields(isChosen: found.count == 1) }, "hasChoices": !found.isEmpty,
            "replacementError": problems.text("pengganti", words).orAbsent, "isOpen": refusals.isEmpty,
            "reasons": refusals.map { words.refusal($0) }, "hasNominees": named != nil,
            "nominees": [named].compactMap { $0?.fields(words) },
        ])
    }
}

extension ReplacementPage {
    init(_ view: NameReplacement.View, search: String) {
        self.init(
            id: view.application.text, applicant: view.applicant, course: view.course.id.text,
            titleMalay: view.course.titleMalay, titleEnglish: view.course.titleEnglish, isOwn: view.isOwn,
            search: search, findings: view.findings.map(AbsenceFormPage.Findings.init), refusals: view.refusals,
            named: view.named.map(NomineeLine.init))
    }
}
