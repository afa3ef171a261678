import Academy
import Desk

/// `/pentadbir/kursus/{course}/pinda`: other days, hours or another place, and who is told.
struct CourseMovePage: Page {
    static let template = "course-move"
    /// Of which only the timetable, the place and the four days are shown.
    var form: CourseFormPage
    var seatsHeld: Int
    var clashes: [Clash]

    struct Clash: Sendable, Hashable {
        var name: String
        /// Codes of the other courses.
        var courses: [String]
    }

    func title(_ words: Phrases) -> String {
        words.title(words("courseMove.heading"), hasProblems: !form.problems.isEmpty || form.saved != nil)
    }

    func fields(_ words: Phrases) -> Fields {
        form.fields(words).adding([
            "action": Route.courseAdministration(.move(course: form.id)).path,
            "editHref": Route.courseAdministration(.edit(course: form.id)).path,
            "told": words("courseMove.told", ["n": words.number(seatsHeld)]), "hasClashes": !clashes.isEmpty,
            "clashes": clashes.map { clash -> Fields in
                ["name": clash.name, "courses": clash.courses.joined(separator: ", ")]
            },
        ])
    }
}
