import Academy

/// `/penilaian/{course}`: *Borang Penilaian Reaksi*.
struct EvaluationPage: Page {
    static let template = "evaluation"
    var course: String
    var titleMalay: String
    var titleEnglish: String
    var dates: DatePhrase
    var form: EvaluationForm
    var state: EvaluationState
    /// By the names of the form's fields.
    var answers: [String: String] = [:]
    var problems = FormProblems.none
    var isSaved = false

    func title(_ words: Phrases) -> String {
        let title = words("evaluation.heading")
        return problems.all.isEmpty ? title : "\(words("site.error")) \(title)"
    }

    /// Whether there is a form to fill in.
    private var isOpen: Bool { state == .open || state == .draft }

    func fields(_ words: Phrases) -> Fields {
        problemFields(words).adding([
            "courseTitle": words.language == .english && !titleEnglish.isEmpty ? titleEnglish : titleMalay,
            "dates": dates.text(in: words.language), "introduction": EvaluationForm.introduction(in: words.language),
            "isOpen": isOpen, "isDone": state == .sent || state == .exempt, "isNotOpen": state == .notOpen,
            "doneText": words(state == .exempt ? "evaluation.exempt" : "evaluation.sent"),
            "saved": isSaved ? words("evaluation.saved") as any Showable : false,
            "action": Route.evaluation(course: course).path,
            "sections": isOpen ? form.sections.map { sectionFields($0, words) } : [],
        ])
    }

    /// Questions are told by the code that stands before them.
    private func problemFields(_ words: Phrases) -> Fields {
        let texts = form.items.reduce(into: [String: String]()) { texts, entry in
            texts[entry.section.question(entry.item).description] =
                "\(entry.item.code) \(entry.item.text(in: words.language))"
        }
        let entries: [Fields] = problems.all.map { problem in
            let text = words("formFault.\(problem.code)")
            return ["href": "#\(problem.field)", "text": "\(texts[problem.field] ?? problem.field) – \(text)"]
        }
        return ["problems": entries.isEmpty ? false : Fields(["entries": entries]) as any Showable]
    }

    private func sectionFields(_ section: EvaluationSection, _ words: Phrases) -> Fields {
        [
            "letter": section.letter, "title": section.title(in: words.language),
            "items": section.items.map { itemFields($0, in: section, words) },
        ]
    }

    private func itemFields(_ item: EvaluationItem, in section: EvaluationSection, _ words: Phrases) -> Fields {
        let name = section.question(item).description
        let value = answers[name] ?? ""
        return [
            "name": name, "code": item.code, "text": item.text(in: words.language), "value": value,
            "error": problems.text(name, words).orAbsent, "isScale": item.kind != .comment && item.kind != .skip,
            "isComment": item.kind == .comment, "isSkip": item.kind == .skip,
            "isChecked": !value.isEmpty, "choices": choices(item, name, value, words),
        ]
    }

    private func choices(_ item: EvaluationItem, _ name: String, _ value: String, _ words: Phrases) -> [Fields] {
        guard item.kind != .comment, item.kind != .skip else { return [] }
        var choices: [Fields] = Score.allCases.map { score in
            let label = item.kind == .overall ? score.rating(in: words.language) : score.agreement(in: words.language)
            return choice(name, "\(score.rawValue)", "\(score.rawValue)", label, value, isFirst: score == .one)
        }
        if item.allowsNotApplicable {
            let label = EvaluationForm.notApplicable(in: words.language)
            choices.append(choice(name, "TB", "–", label, value, isFirst: false))
        }
        return choices
    }

    /// The first has the question's own name as its id, so that the summary's link finds it.
    private func choice(
        _ name: String, _ code: String, _ short: String, _ label: String, _ value: String, isFirst: Bool
    ) -> Fields {
        [
            "id": isFirst ? name : "\(name)-\(code)", "name": name, "code": code, "short": short, "label": label,
            "isChosen": value == code,
        ]
    }
}
