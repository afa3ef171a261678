import Academy

/// `/pentadbir/kursus/{course}/kehadiran`: names by sessions, to be marked.
///
/// All sessions stand side by side where the screen is wide; a phone is led to one session at a time.
struct AttendancePage: Page {
    static let template = "attendance"
    var course: CourseHead
    var sessions: [Column]
    /// The one that is shown alone.
    var only: Session.ID?
    var rows: [Row]
    var page: Int
    var pages: Int
    var token: String
    var participants: Int
    var confirmed: Int
    var canMark: Bool
    var hasReopeningRequest: Bool
    /// How many cells were saved by the form before; nil when none was sent.
    var saved: Int?
    /// Somebody else has changed cells of this page; the reader's own marks are kept in the form.
    var isConflict = false

    struct Column: Sendable, Hashable {
        var session: Session
        var takesMarks: Bool
        var blanks: Int
    }

    struct Row: Sendable, Hashable {
        var participation: String
        var name: String
        var myKad: String
        /// As the form shows them: after a conflict, what the reader had chosen.
        var marks: [Session.ID: AttendanceMark]
        /// What is stored now, where it is not what the reader had chosen.
        var stored: [Session.ID: AttendanceMark?] = [:]
        var attendance: AttendanceState
        var outcome: CourseOutcome
        var percent: Int
        var isLocked: Bool
    }

    /// Beginning of the names of the form's cells.
    static let prefix = "h."

    static func cell(_ participation: String, _ session: Session.ID) -> String {
        "\(prefix)\(participation).\(session.text)"
    }

    func title(_ words: Phrases) -> String { words("attendance.heading") }

    func fields(_ words: Phrases) -> Fields {
        let nav = CourseNav(course: course.id, current: .attendance, mayChange: canMark)
        return course.fields(words).adding(nav.fields(words)).adding(statusFields(words)).adding(
            linkFields(words)
        ).adding([
            "columns": shown.map { columnFields($0, words) },
            "rows": AttendanceRowFields(columns: shown, canMark: canMark, words).fields(of: rows),
            "isEmpty": rows.isEmpty, "isSingle": only != nil, "hasSessions": !sessions.isEmpty,
            "action": address(page: page, only: only), "token": token,
            "canSave": canMark && shown.contains(where: \.takesMarks) && rows.contains { !$0.isLocked },
            "canGoOn": page < pages, "hasMany": sessions.count > 1,
        ])
    }

    private var shown: [Column] { sessions.filter { only == nil || $0.session.id == only } }

    private func statusFields(_ words: Phrases) -> Fields {
        let blanks = sessions.filter(\.takesMarks).reduce(0) { $0 + $1.blanks }
        return [
            "participants": words.number(participants), "confirmed": words.number(confirmed),
            "blanks": words.number(blanks), "isConflict": isConflict,
            "savedText": saved.map { words("attendance.saved", ["n": words.number($0)]) }.orAbsent,
            "reopeningText": hasReopeningRequest && canMark
                ? words("attendance.reopeningWaits") as any Showable : false,
        ]
    }

    private func linkFields(_ words: Phrases) -> Fields {
        [
            "allHref": address(page: page, only: nil),
            "tabs": sessions.map { column -> Fields in
                [
                    "href": address(page: page, only: column.session.id), "day": words.day(column.session.day),
                    "time": column.session.start.text(in: words.language), "isCurrent": column.session.id == only,
                    "blanks": column.takesMarks && column.blanks > 0
                        ? words("attendance.blanks", ["n": words.number(column.blanks)]) as any Showable : false,
                    "isComplete": column.takesMarks && column.blanks == 0,
                ]
            },
            "confirmHref": canMark && confirmed < participants
                ? Route.attendanceConfirmation(course: course.id).path as any Showable : false,
            "walkInHref": canMark
                ? Route.courseAdministration(.walkIn(course: course.id)).path as any Showable : false,
            "reopenHref": canMark && confirmed > 0
                ? Route.attendanceReopening(course: course.id).path as any Showable : false,
            "sheetHref": Route.attendanceSheet(course: course.id).path,
            "documents": [DocumentLink(paper: .attendanceList(course: course.id)).fields(words)], "hasDocuments": true,
            "tableHref": Route.attendanceTable(course: course.id).path, "hasPages": pages > 1,
            "pageText": words("attendance.page", ["a": words.number(page), "b": words.number(pages)]),
            "firstHref": page > 1 ? address(page: 1, only: only) as any Showable : false,
            "nextHref": page < pages ? address(page: page + 1, only: only) as any Showable : false,
        ]
    }

    private func columnFields(_ column: Column, _ words: Phrases) -> Fields {
        [
            "id": column.session.id.text, "day": words.day(column.session.day),
            "time": column.session.start.text(in: words.language), "takesMarks": column.takesMarks,
            "isMandatory": column.session.isMandatory,
            "canFill": canMark && column.takesMarks && column.blanks > 0,
            "fillLabel": words("attendance.fillLabel", ["session": words.session(column.session)]),
        ]
    }

    private func address(page: Int, only: Session.ID?) -> String {
        Self.address(course.id, page: page, only: only?.text)
    }

    static func address(_ course: String, page: Int, only: String?, saved: Int? = nil) -> String {
        var query: [String] = []
        if let only { query.append("sesi=\(PercentCoding.encode(only))") }
        if page > 1 { query.append("halaman=\(page)") }
        if let saved { query.append("disimpan=\(saved)") }
        return Route.attendance(course: course).path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }
}
