/// `/pentadbir/kursus/{course}/siri-baharu`: the same course on other days.
struct CourseSeriesPage: Page {
    static let template = "course-series"
    var head: CourseHead
    /// The id that the new series will have.
    var id: String
    var code = ""
    var start = ""
    var problems: [CourseFormPage.Problem] = []

    func title(_ words: Phrases) -> String {
        words.title(words("courseSeries.heading"), hasProblems: !problems.isEmpty)
    }

    func fields(_ words: Phrases) -> Fields {
        head.fields(words).adding(CourseNav(course: head.id, current: .edit, mayChange: true).fields(words))
            .adding(ErrorSummary(of: problems, words, "courseSeries").fields).adding([
                "action": Route.courseAdministration(.duplicate(course: head.id)).path, "id": id,
                "editHref": Route.courseAdministration(.edit(course: head.id)).path,
                "controls": [control("kod", code, words), control("mula", start, words, type: "date")],
            ])
    }

    private func control(_ id: String, _ value: String, _ words: Phrases, type: String = "text") -> Fields {
        var control = FormControl(
            id: id, label: words("courseSeries.\(id)"), hint: words("courseSeries.hint.\(id)"), value: value,
            error: problems.text(at: id, words))
        control.type = type
        return control.fields(words)
    }
}

extension [CourseFormPage.Problem] {
    /// What is wrong with a field, in words; empty when nothing is.
    func text(at field: String, _ words: Phrases) -> String {
        filter { $0.field == field }.map { words("courseFault.\($0.code)") }.joined(separator: ". ")
    }
}

extension ErrorSummary {
    /// - Parameter labels: the group of texts that names the fields.
    init(of problems: [CourseFormPage.Problem], _ words: Phrases, _ labels: String) {
        self.init(
            problems.map {
                Item(field: $0.field, text: "\(words("\(labels).\($0.field)")): \(words("courseFault.\($0.code)"))")
            })
    }
}
