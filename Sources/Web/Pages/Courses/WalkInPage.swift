import Academy

/// `/pentadbir/kursus/{course}/daftar-di-kaunter`: *Daftar di kaunter*.
struct WalkInPage: Page {
    static let template = "walk-in"
    var head: CourseHead
    var seatsLeft: Int
    var waiting: Int
    var officer = ""
    var supervisor = ""
    var reason = ""
    var overbooks = false
    var problems = FormProblems.none
    /// Why the workflow said no.
    var refusals: [ApplicationRefusal] = []

    func title(_ words: Phrases) -> String {
        words.title(words("walkIn.heading"), hasProblems: !problems.all.isEmpty || !refusals.isEmpty)
    }

    func fields(_ words: Phrases) -> Fields {
        head.fields(words).adding(problems.fields(words)).adding([
            "action": Route.courseAdministration(.walkIn(course: head.id)).path,
            "seatsLeft": words.number(seatsLeft), "waiting": words.number(waiting), "isFull": seatsLeft == 0,
            "hasWaiters": waiting > 0, "overbooks": overbooks, "isRefused": !refusals.isEmpty,
            "reasons": refusals.map { words.refusal($0) }, "controls": controls(words).map { $0.fields(words) },
        ])
    }

    private func controls(_ words: Phrases) -> [FormControl] {
        var why = FormControl(
            id: "sebab", label: words("walkIn.reason"), hint: words("walkIn.reasonHint"), value: reason,
            error: problems.text("sebab", words))
        why.isParagraph = true
        return [
            FormControl(
                id: "pegawai", label: words("walkIn.officer"), hint: words("walkIn.officerHint"), value: officer,
                error: problems.text("pegawai", words)),
            FormControl(
                id: "penyelia", label: words("walkIn.supervisor"), hint: words("walkIn.supervisorHint"),
                value: supervisor, error: problems.text("penyelia", words), inputMode: "email"),
            why,
        ]
    }
}
