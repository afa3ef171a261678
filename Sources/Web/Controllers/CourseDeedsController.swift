import Academy
import Desk
import HTTPTypes
import Hummingbird
import NIOCore

/// What is done with a whole course: a new series, other days, an end; and its calendar.
struct CourseDeedsController: Sendable {
    private static let longestForm = 64 * 1024
    let office: Office
    let presenter: Presenter

    func series(_ id: Course.ID, _ context: WebContext) async throws -> Response {
        let (course, new) = try await DuplicateCourse(office).open(id, by: try context.requireVisitor().caller)
        return try presenter.page(
            CourseSeriesPage(head: CourseHead(course), id: new.text), context, section: .courses)
    }

    func duplicate(_ id: Course.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let fields = try await request.form()
        try fields.requireSecret(of: visitor)
        let duplicate = DuplicateCourse(office)
        let form = DuplicateCourse.Form(code: fields["kod"] ?? "", start: fields["mula"] ?? "")
        let new = fields["id"] ?? ""
        do {
            try await duplicate(id, as: .init(new), form, by: visitor.caller)
        } catch Refusal.invalid(let problems) {
            let (course, _) = try await duplicate.open(id, by: visitor.caller)
            let page = CourseSeriesPage(
                head: CourseHead(course), id: new, code: form.code, start: form.start,
                problems: problems.map { .init(field: $0.field, code: $0.code) })
            return try presenter.page(page, context, section: .courses, status: .unprocessableContent)
        }
        return .seeOther(Route.courseAdministration(.edit(course: new)).path, done: .courseMade)
    }

    func moveForm(_ id: Course.ID, _ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        return try presenter.page(
            CourseMovePage(try await MoveCourse(office).open(id, by: caller)), context, section: .courses)
    }

    func move(_ id: Course.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let fields = try await request.form(upTo: Self.longestForm)
        try fields.requireSecret(of: visitor)
        var page = CourseMovePage(try await MoveCourse(office).open(id, by: visitor.caller))
        let current = page.form.version
        page.form.form = CourseForm(fields)
        page.form.version = Int(fields["versi"] ?? "") ?? -1
        if page.form.form.changeRows(fields) { return try presenter.page(page, context, section: .courses) }
        do {
            try await MoveCourse(office)(page.form.form, id, version: page.form.version, by: visitor.caller)
        } catch Refusal.invalid(let problems) {
            page.form.problems = problems.map { .init(field: $0.field, code: $0.code) }
            return try presenter.page(page, context, section: .courses, status: .unprocessableContent)
        } catch Refusal.conflict(.changedMeanwhile) {
            page.form.saved = [:]
            page.form.version = current
            return try presenter.page(page, context, section: .courses, status: .conflict)
        }
        return .seeOther(Route.courseAdministration(.move(course: id.text)).path, done: .courseMoved)
    }

    func cancelForm(_ id: Course.ID, _ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        return try presenter.page(
            CourseCancelPage(try await CancelCourse(office).preview(id, by: caller)), context, section: .courses)
    }

    func cancel(_ id: Course.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let fields = try await request.form()
        try fields.requireSecret(of: visitor)
        let (typed, reason) = (fields["kod"] ?? "", fields["sebab"] ?? "")
        do {
            try await CancelCourse(office)(id, typed: typed, reason: reason, by: visitor.caller)
        } catch Refusal.invalid(let problems) {
            var page = CourseCancelPage(try await CancelCourse(office).preview(id, by: visitor.caller))
            (page.typed, page.reason) = (typed, reason)
            page.problems = problems.map { .init(field: $0.field, code: $0.code) }
            return try presenter.page(page, context, section: .courses, status: .unprocessableContent)
        }
        return .seeOther(Route.courseAdministration(.cancel(course: id.text)).path, done: .courseCancelled)
    }

    func calendar(_ id: Academy.Application.ID, _ context: WebContext) async throws -> Response {
        let file = try await TakeCalendar(office)(id, by: try context.requireVisitor().caller)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/calendar; charset=utf-8; method=\(file.method)",
                .cacheControl: "private, no-store",
                .contentDisposition: ContentDisposition.attachment(ascii: file.name, name: file.name),
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: file.text)))
    }
}

extension CourseMovePage {
    init(_ sheet: MoveCourse.Sheet) {
        var form = CourseFormPage(sheet.sheet)
        // Days and place are what this page is for.
        form.isPromised = false
        self.init(
            form: form, seatsHeld: sheet.sheet.seatsHeld,
            clashes: sheet.clashes.map { .init(name: $0.name, courses: $0.courses) })
    }
}

extension CourseCancelPage {
    init(_ preview: CancelCourse.Preview) {
        self.init(
            head: CourseHead(preview.course), live: preview.live,
            paid: preview.paid.map {
                .init(name: $0.name, myKad: $0.myKad, receipt: $0.receipt, isVerified: $0.state == .verified)
            }, isCancelled: preview.isCancelled, wasHeld: preview.wasHeld)
    }
}
