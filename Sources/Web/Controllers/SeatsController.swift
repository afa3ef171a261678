import Academy
import Desk
import HTTPTypes
import Hummingbird

/// *Pengesahan Kehadiran*, and *Senarai Logistik* that comes of it.
struct SeatsController: Sendable {
    let office: Office
    let presenter: Presenter

    func answer(
        _ route: SeatRoute, _ method: HTTPRequest.Method, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        switch route {
        case .answer(let id) where method == .post: try await save(.init(id), request, context)
        case .answer(let id): try await show(.init(id), context)
        case .logistics(let course): try await list(.init(course), context)
        case .logisticsTable(let course): try await table(.init(course), context)
        }
    }

    private func show(_ id: Academy.Application.ID, _ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        return try page(SeatPage(try await AnswerSeat(office).sheet(id, by: caller)), context)
    }

    private func save(_ id: Academy.Application.ID, _ request: Request, _ context: WebContext) async throws -> Response
    {
        let visitor = try context.requireVisitor()
        let fields = try await request.form()
        try fields.requireSecret(of: visitor)
        let form = try Self.form(fields)
        let answer = AnswerSeat(office)
        do {
            try await answer(id, form, by: visitor.caller)
        } catch Refusal.invalid(let problems) {
            var page = SeatPage(try await answer.sheet(id, by: visitor.caller))
            page.choices = LogisticsChoices(form)
            page.problems = FormProblems(all: problems.map { .init(field: $0.field, code: $0.code) })
            return try self.page(page, context, status: .unprocessableContent)
        } catch Refusal.workflow {
            // The page says what stands in the way.
            return try page(SeatPage(try await answer.sheet(id, by: visitor.caller)), context, status: .conflict)
        }
        return .seeOther(Route.seat(.answer(application: id.text)).path, done: .seatAnswered)
    }

    /// Where there is no seat, the page says so with 409.
    private func page(
        _ page: SeatPage, _ context: WebContext, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        try presenter.page(
            page, context, section: page.isOwn ? .track : .courses, status: page.stage == .noSeat ? .conflict : status)
    }

    private static func form(_ fields: FormFields) throws -> AnswerSeat.Form {
        var form = AnswerSeat.Form(plate: fields["plate"] ?? "", diet: fields["diet"] ?? "")
        if let kind = fields["vehicle"] {
            guard let known = Vehicle.Kind(rawValue: kind) else { throw Rejection(.badRequest) }
            form.vehicle = known
        }
        if let meal = fields["meal"] {
            guard let known = Logistics.Meal(rawValue: meal) else { throw Rejection(.badRequest) }
            form.meal = known
        }
        form.needsLodging = fields["lodging"].map { $0 == "ya" }
        return form
    }
}

extension SeatsController {
    private func list(_ course: Course.ID, _ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let view = context.query["paparan"].flatMap(LogisticsPage.View.init) ?? .everybody
        let list = try await ReadLogistics(office)(course, by: caller)
        return try presenter.page(
            LogisticsPage(list, view, at: office.surroundings.now()), context, section: .courses)
    }

    private func table(_ course: Course.ID, _ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let list = try await ReadLogistics(office)(course, by: caller)
        let page = LogisticsPage(list, .everybody, at: office.surroundings.now())
        let name = "logistik-\(list.course.code.text.split(separator: "/").joined(separator: "-")).csv"
        return .csv(CSVFile.text(page.table(presenter.words(context))), name: name)
    }
}

extension SeatPage {
    init(_ sheet: SeatSheet) {
        self.init(
            id: sheet.id.text, course: CourseHead(sheet.course), reference: sheet.reference,
            applicant: sheet.applicant, state: sheet.state, stage: sheet.stage, confirmBy: sheet.confirmBy,
            changeBy: sheet.changeBy, isOwn: sheet.isOwn, mayAskRelease: sheet.mayAskRelease, isFrozen: sheet.isFrozen,
            choices: sheet.answer.map { LogisticsChoices(AnswerSeat.Form($0.logistics)) } ?? LogisticsChoices(),
            answer: sheet.answer.map { .init(logistics: $0.logistics, at: $0.at) },
            coordinators: sheet.coordinators.map { .init(name: $0.name, email: $0.email) })
    }
}

extension LogisticsChoices {
    init(_ form: AnswerSeat.Form) {
        self.init(
            vehicle: form.vehicle, plate: form.plate, meal: form.meal, diet: form.diet,
            needsLodging: form.needsLodging)
    }
}

extension LogisticsPage {
    fileprivate init(_ list: LogisticsList, _ view: View, at now: Instant) {
        self.init(
            course: CourseHead(list.course), view: view, confirmBy: list.confirmBy, changeBy: list.changeBy,
            rows: list.rows.map(Row.init), gone: list.gone.map(Row.init),
            plates: list.vehicles.map(Row.init), men: list.lodgers(.male).map(Row.init),
            women: list.lodgers(.female).map(Row.init), meals: list.meals, diets: list.diets.map(Row.init),
            mayAnswer: list.mayAnswer, printedAt: now)
    }
}

extension LogisticsPage.Row {
    fileprivate init(_ row: LogisticsList.Row) {
        self.init(
            application: row.application.text, name: row.name, myKad: row.myKad.formatted, post: row.post,
            station: row.station, reply: row.reply, logistics: row.logistics, before: row.before, isLate: row.isLate)
    }
}
