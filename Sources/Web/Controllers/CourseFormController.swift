import Academy
import Desk
import Hummingbird

/// Making and changing a course.
struct CourseFormController: Sendable {
    /// A long timetable with long texts in two languages.
    private static let longestForm = 256 * 1024
    let office: Office
    let presenter: Presenter

    func blank(_ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        return try presenter.page(
            CourseFormPage(try await EditCourse(office).blank(by: caller)), context, section: .courses)
    }

    func create(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let fields = try await request.form(upTo: Self.longestForm)
        try fields.requireSecret(of: visitor)
        var page = CourseFormPage(try await EditCourse(office).blank(by: visitor.caller))
        page.id = fields["id"] ?? ""
        page.form = CourseForm(fields)
        if page.form.changeRows(fields) { return try presenter.page(page, context, section: .courses) }
        do {
            try await EditCourse(office).create(.init(page.id), page.form, by: visitor.caller)
        } catch Refusal.invalid(let problems) {
            return try wrong(page, problems, context)
        }
        return .seeOther(Route.courseAdministration(.edit(course: page.id)).path, done: .courseMade)
    }

    func show(_ id: Course.ID, _ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        return try presenter.page(
            CourseFormPage(try await EditCourse(office).open(id, by: caller)), context, section: .courses)
    }

    func save(_ id: Course.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let fields = try await request.form(upTo: Self.longestForm)
        try fields.requireSecret(of: visitor)
        let sheet = try await EditCourse(office).open(id, by: visitor.caller)
        var page = CourseFormPage(sheet)
        page.form = CourseForm(fields)
        page.version = Int(fields["versi"] ?? "") ?? -1
        if page.form.changeRows(fields) { return try presenter.page(page, context, section: .courses) }
        do {
            try await EditCourse(office).save(page.form, to: id, version: page.version, by: visitor.caller)
        } catch Refusal.invalid(let problems) {
            return try wrong(page, problems, context)
        } catch Refusal.conflict(.changedMeanwhile) {
            page.saved = Dictionary(
                uniqueKeysWithValues: CourseForm.Field.allCases.filter { sheet.form[$0] != page.form[$0] }
                    .map { ($0, sheet.form[$0]) })
            page.version = sheet.version
            return try presenter.page(page, context, section: .courses, status: .conflict)
        }
        return .seeOther(Route.courseAdministration(.edit(course: id.text)).path, done: .courseSaved)
    }

    private func wrong(
        _ page: CourseFormPage, _ problems: [FieldProblem], _ context: WebContext
    ) throws -> Response {
        var page = page
        page.problems = problems.map { .init(field: $0.field, code: $0.code) }
        page.form.suggest()
        return try presenter.page(page, context, section: .courses, status: .unprocessableContent)
    }
}

extension CourseFormPage {
    init(_ sheet: CourseSheet) {
        self.init(
            head: sheet.course.map(CourseHead.init), id: sheet.id.text, version: sheet.version, form: sheet.form,
            status: sheet.status, statuses: sheet.statuses, isPromised: sheet.isPromised,
            wasHeld: sheet.wasHeld, seatsHeld: sheet.seatsHeld,
            coordinators: sheet.coordinators.map { .init(id: $0.id, name: $0.name, note: $0.note) },
            signatories: sheet.signatories.map { .init(id: $0.id, name: $0.name, note: $0.note) })
        if form.sessions.isEmpty { form.sessions = [.init()] }
        if form.speakers.isEmpty { form.speakers = [.init()] }
    }
}
