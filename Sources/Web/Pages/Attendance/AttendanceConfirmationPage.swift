import Academy

/// `/pentadbir/kursus/{course}/kehadiran/sahkan`: who will pass and who not, before *Sahkan kehadiran*.
struct AttendanceConfirmationPage: Page {
    static let template = "attendance-confirmation"
    var course: CourseHead
    var minimum: Int
    var state: State
    /// Whose attendance is not confirmed yet.
    var rows: [Row]
    var confirmed: [CourseOutcome: Int]
    var canConfirm: Bool
    var token: String
    /// How many are marked as present in another course at the same hour.
    var conflicts = 0
    /// The list was changed after it was shown; nothing was confirmed.
    var isConflict = false

    enum State: Sendable, Hashable {
        case ready
        case notOver(until: Instant)
        case blanks
        /// These have asked not to come, and nobody has decided.
        case undecided([Undecided])
        /// Nobody is left to confirm.
        case nothing
        /// The reader takes part in the course.
        case own
    }

    struct Undecided: Sendable, Hashable {
        var application: String
        var name: String
    }

    struct Row: Sendable, Hashable {
        var name: String
        var myKad: String
        var attended: Int
        var total: Int
        var percent: Int
        /// Minutes that are missing; 0 for those who pass.
        var missing: Int
        var outcome: CourseOutcome
        var blanks: [Session]
    }

    func title(_ words: Phrases) -> String { words("confirm.heading") }

    func fields(_ words: Phrases) -> Fields {
        let counts = Dictionary(grouping: rows, by: \.outcome).mapValues(\.count)
        let worstFirst = rows.enumerated().sorted { left, right in
            (Self.rank(left.element.outcome), left.offset) < (Self.rank(right.element.outcome), right.offset)
        }
        return course.fields(words).adding(stateFields(words)).adding([
            "completed": words.number(counts[.completed] ?? 0),
            "insufficient": words.number(counts[.insufficient] ?? 0), "absent": words.number(counts[.absent] ?? 0),
            "minimumText": words("confirm.minimum", ["n": "\(minimum)"]), "hasRows": !rows.isEmpty,
            "rows": worstFirst.map { fields($0.element, words) },
            "blankRows": rows.filter { !$0.blanks.isEmpty }.map { row -> Fields in
                ["name": row.name, "sessions": row.blanks.map { words.session($0) }.joined(separator: "; ")]
            },
            "token": token, "action": Route.attendanceConfirmation(course: course.id).path,
            "label": words("confirm.button", ["n": words.number(rows.count)]), "isConflict": isConflict,
            "clashes": conflicts > 0 ? words("confirm.clashes", ["n": words.number(conflicts)]) as any Showable : false,
            "clashesHref": clashesHref,
        ])
    }

    /// The report of the year in which the course ends.
    private var clashesHref: String {
        let year = course.dates.days.last.map { "?tahun=\($0.year)" } ?? ""
        return OversightRoute.conflicts.pattern + year
    }

    private func stateFields(_ words: Phrases) -> Fields {
        let done: [String] = [CourseOutcome.completed, .insufficient, .absent].compactMap { outcome in
            confirmed[outcome].map { "\(words("outcome.\(outcome.rawValue)")): \(words.number($0))" }
        }
        var (notice, undecided): (String?, [Undecided]) = (nil, [])
        switch state {
        case .notOver(let until): notice = words("confirm.notOver", ["moment": words.moment(until)])
        case .own: notice = words("confirm.own")
        case .nothing where confirmed.isEmpty: notice = words("confirm.nobody")
        case .undecided(let people): undecided = people
        case .ready, .blanks, .nothing: break
        }
        return [
            "hasUndecided": !undecided.isEmpty,
            "undecidedRows": undecided.map { person -> Fields in
                ["name": person.name, "href": Route.application(person.application).path]
            },
            "notice": notice.orAbsent, "hasBlanks": state == .blanks, "canConfirm": canConfirm && state == .ready,
            "isDone": state == .nothing && !confirmed.isEmpty, "doneText": done.joined(separator: " · "),
        ]
    }

    private func fields(_ row: Row, _ words: Phrases) -> Fields {
        let tag = AttendanceTag(attendance: .confirmed, outcome: row.outcome)
        return [
            "name": row.name, "myKad": row.myKad, "percent": "\(row.percent)%",
            "hours": words(
                "confirm.hoursOf",
                ["a": words.hours(ofMinutes: row.attended), "b": words.hours(ofMinutes: row.total)]),
            "missing": row.missing > 0
                ? words("confirm.missing", ["time": words.minutes(row.missing)]) as any Showable : false,
            "outcome": tag.text(words), "outcomeClass": tag.tagClass,
        ]
    }

    private static func rank(_ outcome: CourseOutcome) -> Int {
        switch outcome {
        case .absent: 0
        case .insufficient: 1
        case .pending, .completed: 2
        }
    }
}

extension Phrases {
    /// `1 jam 30 minit`, to the minute.
    func minutes(_ minutes: Int) -> String {
        let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
        if hours == 0 { return self("attendance.minutes", ["n": "\(rest)"]) }
        if rest == 0 { return self("attendance.hours", ["n": "\(hours)"]) }
        return self("attendance.hours", ["n": "\(hours)"]) + " " + self("attendance.minutes", ["n": "\(rest)"])
    }
}
