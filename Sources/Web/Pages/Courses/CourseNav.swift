/// The ways between the pages of one course.
struct CourseNav: Sendable, Hashable {
    var course: String
    var current: Place
    /// The reader coordinates the course, or is an administrator.
    var mayChange: Bool

    enum Place: String, Sendable, Hashable, CaseIterable {
        case people, edit, board, logistics, attendance, statistics
    }

    func fields(_ words: Phrases) -> Fields {
        let shown = Place.allCases.filter { mayChange || ![.edit, .board, .statistics].contains($0) }
        return [
            "courseNav": shown.map { place -> Fields in
                [
                    "href": route(place).path, "label": words("courseNav.\(place.rawValue)"),
                    "isCurrent": place == current,
                ]
            }
        ]
    }

    private func route(_ place: Place) -> Route {
        switch place {
        case .people: .course(course)
        case .edit: .courseAdministration(.edit(course: course))
        case .board: .board(course: course)
        case .logistics: .seat(.logistics(course: course))
        case .attendance: .attendance(course: course)
        case .statistics: .statistics(course: course)
        }
    }
}
