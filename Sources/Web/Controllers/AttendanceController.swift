import Academy
import Desk
import HTTPTypes
import Hummingbird

/// The attendance list of a course: marking, confirming, printing.
struct AttendanceController: Sendable {
    /// A page of names by a dozen sessions.
    private static let longestForm = 256 * 1024
    let office: Office
    let presenter: Presenter

    func show(_ course: Course.ID, _ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let view = View(context)
        let grid = try await ReadAttendance(office)(course, page: view.page, session: view.only, by: caller)
        var page = AttendancePage(grid, only: view.only)
        page.saved = context.query["disimpan"].flatMap(Int.init)
        return try presenter.page(page, context, section: .courses)
    }

    func save(_ course: Course.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let form = try await request.form(upTo: Self.longestForm)
        try form.requireSecret(of: visitor)
        let view = View(context)
        let entries = try Self.entries(form)
        let answer = try await MarkAttendance(office)(
            course, entries, seen: form["versi"] ?? "",
            allPresentAt: form["semua-hadir"].map { Session.ID($0) }, by: visitor.caller)
        switch answer {
        case .saved(let count):
            let next = form["terus"] == nil ? view.page : view.page + 1
            return .seeOther(
                AttendancePage.address(course.text, page: next, only: view.only?.text, saved: count))
        case .changedMeanwhile:
            let grid = try await ReadAttendance(office)(
                course, page: view.page, session: view.only, by: visitor.caller)
            var page = AttendancePage(grid, only: view.only)
            page.keep(entries)
            return try presenter.page(page, context, section: .courses, status: .conflict)
        }
    }

    func preview(_ course: Course.ID, _ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let preview = try await ConfirmAttendance(office).preview(course, by: caller)
        return try presenter.page(AttendanceConfirmationPage(preview), context, section: .courses)
    }

    func confirm(_ course: Course.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let form = try await request.form()
        try form.requireSecret(of: visitor)
        let confirm = ConfirmAttendance(office)
        do {
            let answer = try await confirm(course, seen: form["versi"] ?? "", by: visitor.caller)
            if case .confirmed = answer { return .seeOther(Route.attendanceConfirmation(course: course.text).path) }
        } catch Refusal.conflict(.nothingToConfirm) {
            // The second press of the button.
            return .seeOther(Route.attendanceConfirmation(course: course.text).path)
        } catch Refusal.conflict {}
        // What stands in the way is what the page shows.
        var page = AttendanceConfirmationPage(try await confirm.preview(course, by: visitor.caller))
        page.isConflict = page.state == .ready
        return try presenter.page(page, context, section: .courses, status: .conflict)
    }

    func sheet(_ course: Course.ID, _ context: WebContext) async throws -> Response {
        try presenter.page(try await sheetPage(course, context), context, section: .courses)
    }

    func table(_ course: Course.ID, _ context: WebContext) async throws -> Response {
        let page = try await sheetPage(course, context)
        let name = "kehadiran-\(page.course.code.split(separator: "/").joined(separator: "-")).csv"
        return .csv(CSVFile.text(page.table(presenter.words(context))), name: name)
    }

    private func sheetPage(_ course: Course.ID, _ context: WebContext) async throws -> AttendanceSheetPage {
        let caller = try context.requireVisitor().caller
        let grid = try await ReadAttendance(office)(course, page: nil, by: caller)
        return AttendanceSheetPage(
            course: CourseHead(grid.course), organiserMalay: office.settings.organiserMalay,
            organiserEnglish: office.settings.organiserEnglish, sessions: grid.columns.map(\.session),
            rows: grid.rows.map {
                .init(name: $0.name, maskedMyKad: $0.myKad.masked, station: $0.station, marks: $0.marks)
            }, printedAt: office.surroundings.now())
    }

    /// Which part of the list is shown.
    private struct View {
        let page: Int
        let only: Session.ID?

        init(_ context: WebContext) {
            page = max(1, context.query["halaman"].flatMap(Int.init) ?? 1)
            only = context.query["sesi"].flatMap { $0.isEmpty ? nil : Session.ID($0) }
        }
    }

    private static func entries(_ form: FormFields) throws -> [AttendanceCell: AttendanceMark?] {
        var entries: [AttendanceCell: AttendanceMark?] = [:]
        for (key, value) in form.values(under: AttendancePage.prefix) {
            let parts = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            let mark = AttendanceMark(rawValue: value)
            guard parts.count == 2, mark != nil || value.isEmpty else { throw Rejection(.badRequest) }
            entries[AttendanceCell(participation: .init(parts[0]), session: .init(parts[1]))] = .some(mark)
        }
        return entries
    }
}

extension AttendancePage {
    init(_ grid: AttendanceGrid, only: Session.ID?) {
        self.init(
            course: CourseHead(grid.course),
            sessions: grid.columns.map { .init(session: $0.session, takesMarks: $0.takesMarks, blanks: $0.blanks) },
            only: only ?? (grid.columns.count == 1 ? grid.columns.first?.session.id : nil),
            rows: grid.rows.map { row in
                Row(
                    participation: row.participation.text, name: row.name, myKad: row.myKad.formatted,
                    marks: row.marks, attendance: row.attendance, outcome: row.outcome, percent: row.tally.percent,
                    isLocked: row.isLocked)
            }, page: grid.page, pages: grid.pages, token: grid.token, participants: grid.participants,
            confirmed: grid.confirmed, canMark: grid.canMark, hasReopeningRequest: grid.hasReopeningRequest)
    }

    /// Puts what the reader had chosen back into the form, and notes where something else is stored now.
    fileprivate mutating func keep(_ entries: [AttendanceCell: AttendanceMark?]) {
        isConflict = true
        for index in rows.indices where !rows[index].isLocked {
            for column in sessions {
                let id = column.session.id
                let cell = AttendanceCell(participation: .init(rows[index].participation), session: id)
                guard let chosen = entries[cell], chosen != rows[index].marks[id] else { continue }
                rows[index].stored[id] = .some(rows[index].marks[id])
                rows[index].marks[id] = chosen
            }
        }
    }
}

extension AttendanceConfirmationPage {
    fileprivate init(_ preview: AttendancePreview) {
        let state: State =
            switch preview.obstacle {
            case .nothingToConfirm?: .nothing
            case .notOver(let until)?: .notOver(until: until)
            case _ where !preview.undecided.isEmpty:
                .undecided(preview.undecided.map { .init(application: $0.id.text, name: $0.name) })
            case .blanks?: .blanks
            case nil: preview.isOwn ? .own : .ready
            }
        self.init(
            course: CourseHead(preview.course), minimum: preview.minimumAttendance, state: state,
            rows: preview.rows.map { row in
                Row(
                    name: row.name, myKad: row.myKad.formatted, attended: row.tally.attended, total: row.tally.total,
                    percent: row.tally.percent, missing: row.tally.missing(to: preview.minimumAttendance),
                    outcome: row.outcome, blanks: row.blanks)
            }, confirmed: preview.confirmed, canConfirm: preview.canConfirm, token: preview.token,
            conflicts: preview.conflicts)
    }
}
