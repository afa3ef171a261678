import Academy
import Desk

/// `/pentadbir/kursus-baharu` and `/pentadbir/kursus/{course}/maklumat`: everything that is decided about a course.
struct CourseFormPage: Page {
    static let template = "course-form"
    /// nil for a course that is not made yet.
    var head: CourseHead?
    /// The id that a new course will have.
    var id: String
    var version: Int
    var form: CourseForm
    var status: Course.Status
    var statuses: [Course.Status]
    var isPromised = false
    /// Somebody's attendance is confirmed: its days can no longer move.
    var wasHeld = false
    var seatsHeld = 0
    var coordinators: [Person]
    var signatories: [Person]
    var problems: [Problem] = []
    /// What others have saved meanwhile, where it differs from what was typed; nil when nobody has.
    var saved: [CourseForm.Field: String]?

    struct Person: Sendable, Hashable {
        var id: String
        var name: String
        var note: String
    }

    struct Problem: Sendable, Hashable {
        var field: String
        var code: String
    }

    func title(_ words: Phrases) -> String {
        words.title(
            words(head == nil ? "courseForm.newHeading" : "courseForm.heading"),
            hasProblems: !problems.isEmpty || saved != nil)
    }

    func fields(_ words: Phrases) -> Fields {
        let mayChange = CourseNav(course: id, current: .edit, mayChange: true)
        return (head?.fields(words) ?? [:]).adding(mayChange.fields(words)).adding(summary(words).fields).adding([
            "heading": words(head == nil ? "courseForm.newHeading" : "courseForm.heading"), "isNew": head == nil,
            "action": Route.courseAdministration(head == nil ? .create : .edit(course: id)).path, "id": id,
            "version": version,
            "isConflict": saved != nil, "isPromised": isPromised,
            "promisedText": words(wasHeld ? "courseForm.held" : "courseForm.promised"),
            "isCancelled": status == .cancelled,
            "duplicateHref": Route.courseAdministration(.duplicate(course: id)).path,
            "moveHref": isPromised && !wasHeld && status != .cancelled
                ? Route.courseAdministration(.move(course: id)).path as any Showable : false,
            "cancelHref": Route.courseAdministration(.cancel(course: id)).path,
            "cancelText": words(status == .cancelled ? "courseCancel.refunds" : "courseCancel.heading"),
            "parts": parts(words), "sessions": sessionRows(words), "speakers": speakerRows(words),
            "mayAddSessions": !isPromised, "sessionsError": problem(at: "sesi-1-hari", words).orAbsent,
            "choices": choices(words), "coordinators": coordinatorBoxes,
            "coordinatorsError": problem(at: "penyelaras", words).orAbsent,
            "signatoryFields": signatoryFields(words), "hasSignatories": !signatories.isEmpty,
            "statusField": statusField(words), "reasonField": reasonField(words),
        ])
    }

    /// What is wrong with a field, in words; empty when nothing is.
    func problem(at field: String, _ words: Phrases) -> String {
        problems.filter { $0.field == field }.map { words("courseFault.\($0.code)") }.joined(separator: ". ")
    }

    private func summary(_ words: Phrases) -> ErrorSummary {
        ErrorSummary(
            problems.map { problem in
                let label = CourseFormLabels.label(of: problem.field, words)
                return .init(field: problem.field, text: "\(label): \(words("courseFault.\(problem.code)"))")
            })
    }
}

extension CourseFormPage {
    private typealias Field = CourseForm.Field

    /// The plain fields, in groups that stand side by side where there is room.
    private func parts(_ words: Phrases) -> Fields {
        [
            "course": [
                input(.code, words, hint: "courseForm.codeHint"), input(.studyCentre, words),
                input(.titleMalay, words), input(.titleEnglish, words, isRequired: false),
            ],
            "content": [
                paragraph(.objectivesMalay, words), paragraph(.objectivesEnglish, words),
                paragraph(.targetMalay, words), paragraph(.targetEnglish, words),
                paragraph(.prerequisitesMalay, words), paragraph(.prerequisitesEnglish, words),
            ],
            "place": [
                select(.mode, words, ["in_person", "online", "hybrid"].map { ($0, words("mode.\($0)")) }),
                input(.venue, words, isFixed: isPromised),
            ],
            "venue": [input(.venue, words)],
            "days": [Field.closing, .decision, .confirmation, .freeze].map {
                input($0, words, hint: "courseForm.\($0.rawValue)Hint", type: "date", isRequired: false)
            },
            "figures": [
                input(.quota, words, hint: seatsHeld > 0 ? "courseForm.heldHint" : nil, mode: "numeric"),
                input(.fee, words, hint: "courseForm.feeHint", mode: "decimal"),
                input(.minimum, words, mode: "numeric"),
                input(.yearlyCap, words, hint: "courseForm.capHint", mode: "numeric", isRequired: false),
                input(.gradeLowest, words, hint: "courseForm.gradeHint", mode: "numeric", isRequired: false),
                input(.gradeHighest, words, hint: "courseForm.gradeHint", mode: "numeric", isRequired: false),
                input(.grace, words, hint: "courseForm.graceHint", mode: "numeric"),
            ],
        ]
    }

    private func input(
        _ field: Field, _ words: Phrases, hint: String? = nil, type: String = "text", mode: String = "text",
        isRequired: Bool = true, isFixed: Bool = false
    ) -> Fields {
        let note = hint.map { words($0, ["n": words.number(seatsHeld)]) } ?? ""
        var control = FormControl(
            id: field.rawValue, label: words("courseForm.\(field.rawValue)"), hint: note, value: form[field],
            error: problem(at: field.rawValue, words), isRequired: isRequired)
        control.type = type
        control.inputMode = mode
        control.isFixed = isFixed
        control.saved = savedText(field, words)
        return control.fields(words)
    }

    private func paragraph(_ field: Field, _ words: Phrases) -> Fields {
        var control = FormControl(
            id: field.rawValue, label: words("courseForm.\(field.rawValue)"), value: form[field],
            error: problem(at: field.rawValue, words), isRequired: false)
        control.isParagraph = true
        control.isOptionalNamed = [Field.objectivesEnglish, .targetEnglish, .prerequisitesMalay, .prerequisitesEnglish]
            .contains(field)
        control.saved = savedText(field, words)
        return control.fields(words)
    }

    private func select(_ field: Field, _ words: Phrases, _ options: [(String, String)]) -> Fields {
        var control = FormControl(
            id: field.rawValue, label: words("courseForm.\(field.rawValue)"), value: form[field],
            error: problem(at: field.rawValue, words))
        control.options = options.map { .init(value: $0.0, text: $0.1) }
        control.saved = savedText(field, words)
        return control.fields(words)
    }

    private func savedText(_ field: Field, _ words: Phrases) -> String {
        saved?[field].map { words("courseForm.savedNow", ["value": $0.isEmpty ? "–" : $0]) } ?? ""
    }

    private func statusField(_ words: Phrases) -> Fields {
        select(.status, words, statuses.map { ($0.rawValue, words("courseStatus.\($0.rawValue)")) })
    }

    /// Asked for only where it is needed.
    private func reasonField(_ words: Phrases) -> Shown {
        let isWanted = problems.contains { $0.field == Field.reason.rawValue } || !form[.reason].isEmpty
        guard isWanted else { return false }
        var control = FormControl(
            id: Field.reason.rawValue, label: words("courseForm.sebab"),
            hint: words("courseForm.reasonHint", ["n": words.number(seatsHeld)]), value: form[.reason],
            error: problem(at: Field.reason.rawValue, words))
        control.isParagraph = true
        return control.fields(words).shown
    }

    private func choices(_ words: Phrases) -> [Fields] {
        CourseForm.Choice.allCases.map { choice in
            [
                "id": choice.rawValue, "label": words("courseForm.rule.\(choice)"),
                "hint": words("courseForm.ruleHint.\(choice)"), "isTicked": form.choices.contains(choice),
            ]
        }
    }

    private var coordinatorBoxes: [Fields] {
        coordinators.map { person in
            [
                "id": "penyelaras-\(person.id)", "name": person.name, "note": person.note,
                "isTicked": form.coordinators.contains(person.id),
            ]
        }
    }

    private func signatoryFields(_ words: Phrases) -> [Fields] {
        form.signatories.prefix(CourseForm.signatoryPlaces).enumerated().map { index, chosen in
            let id = "tandatangan-\(index + 1)"
            var control = FormControl(
                id: id, label: CourseFormLabels.label(of: id, words), value: chosen, error: problem(at: id, words),
                isRequired: false)
            control.options = [.init(value: "", text: words("courseForm.noSignatory"))]
            control.options += signatories.map { .init(value: $0.id, text: "\($0.name) – \($0.note)") }
            control.isOptionalNamed = false
            return control.fields(words)
        }
    }
}
