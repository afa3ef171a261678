import Academy

/// `/pentadbir/kursus/{course}/kehadiran/buka-semula`: a request to reopen, or the one that waits.
struct ReopeningPage: Page {
    static let template = "reopening"
    var course: CourseHead
    var rows: [Row]
    var waiting: Waiting?
    var canRequest: Bool
    var canDecide: Bool
    var reason = ""
    var chosen: Set<String> = []
    var problems: [Problem] = []

    struct Row: Sendable, Hashable {
        var participation: String
        var name: String
        var myKad: String
        var percent: Int
        var outcome: CourseOutcome
    }

    struct Waiting: Sendable, Hashable {
        var id: String
        var reason: String
        var requestedBy: String
        var requestedAt: Instant
        var names: [String]
    }

    enum Problem: String, Sendable, Hashable, CaseIterable {
        case nobodyChosen, reasonEmpty, reasonTooShort, reasonTooLong

        var field: String { self == .nobodyChosen ? "peserta" : "sebab" }
    }

    /// Beginning of the names of the boxes.
    static let prefix = "p."

    func title(_ words: Phrases) -> String { words("reopen.heading") }

    func fields(_ words: Phrases) -> Fields {
        course.fields(words).adding([
            "action": Route.attendanceReopening(course: course.id).path,
            "decision": Route.reopeningDecision(course: course.id).path, "reasonValue": reason,
            "problems": problems.map { problem -> Fields in
                ["text": words("reopen.problem.\(problem.rawValue)"), "field": problem.field]
            },
            "hasProblems": !problems.isEmpty,
            "choiceError": error(on: "peserta", words), "reasonError": error(on: "sebab", words),
            "waiting": waiting.map { request -> Fields in
                [
                    "id": request.id, "text": request.reason, "by": request.requestedBy,
                    "at": words.moment(request.requestedAt), "names": request.names.map { Fields(["text": $0]) },
                ]
            }.orAbsent,
            "canDecide": canDecide, "canRequest": canRequest && waiting == nil && !rows.isEmpty,
            "isOwn": !canRequest && waiting == nil, "isEmpty": rows.isEmpty && waiting == nil,
            "rows": rows.map { row -> Fields in
                let tag = AttendanceTag(attendance: .confirmed, outcome: row.outcome)
                return [
                    "name": row.name, "myKad": row.myKad, "percent": "\(row.percent)%", "outcome": tag.text(words),
                    "outcomeClass": tag.tagClass, "field": Self.prefix + row.participation,
                    "isChosen": chosen.contains(row.participation),
                ]
            },
        ])
    }

    private func error(on field: String, _ words: Phrases) -> Shown {
        problems.first { $0.field == field }.map { words("reopen.problem.\($0.rawValue)") }.orAbsent
    }
}
