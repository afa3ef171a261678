import Academy

/// `/pentadbir/percanggahan`: who is marked as present in two courses at the same hour.
struct ConflictsPage: Page {
    static let template = "conflicts"
    var year: Int
    var thisYear: Int
    var rows: [Row]
    var next: String?
    var isFirstPage = true

    struct Row: Sendable, Hashable {
        var name: String
        var myKad: String
        var day: Day
        /// Two.
        var sides: [Side]
    }

    struct Side: Sendable, Hashable {
        /// Nil where the reader may not open the course.
        var course: String?
        var session: String
        var code: String
        var titleMalay: String
        var titleEnglish: String
        var start: TimeOfDay
        var end: TimeOfDay
        var mark: AttendanceMark
    }

    func title(_ words: Phrases) -> String { words("conflicts.heading") }

    func fields(_ words: Phrases) -> Fields {
        let path = OversightRoute.conflicts.pattern
        return [
            "year": "\(year)", "rows": rows.map { $0.fields(words) }, "isEmpty": rows.isEmpty,
            "noneText": words("conflicts.none", ["year": "\(year)"]),
            "years": (max(2000, thisYear - 3)...thisYear).reversed().map { other -> Fields in
                ["href": "\(path)?tahun=\(other)", "label": "\(other)", "isCurrent": other == year]
            },
            "hasPages": next != nil || !isFirstPage,
            "firstHref": isFirstPage ? false : "\(path)?tahun=\(year)" as any Showable,
            "nextHref": (next.map { "\(path)?tahun=\(year)&selepas=\(PercentCoding.encode($0))" }).orAbsent,
        ]
    }
}

extension ConflictsPage.Row {
    fileprivate func fields(_ words: Phrases) -> Fields {
        ["name": name, "myKad": myKad, "day": words.day(day), "sides": sides.map { $0.fields(words) }]
    }
}

extension ConflictsPage.Side {
    fileprivate func fields(_ words: Phrases) -> Fields {
        let title = words.language == .english && !titleEnglish.isEmpty ? titleEnglish : titleMalay
        return [
            "code": code, "courseTitle": title, "mark": words("mark.\(mark.rawValue)"),
            "hours": "\(start.text(in: words.language)) – \(end.text(in: words.language))",
            "href": (course.map { "\(Route.attendance(course: $0).path)?sesi=\(session)" }).orAbsent,
        ]
    }
}
