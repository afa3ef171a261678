import Academy
import Desk
import HTTPTypes
import Hummingbird

/// A course's applications and the decisions on them.
struct BoardController: Sendable {
    private static let rowsPerPage = 25
    let office: Office
    let presenter: Presenter

    func show(_ id: Course.ID, _ context: WebContext) async throws -> Response {
        try await page(id, context)
    }

    func decide(_ id: Course.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let form = try await request.form()
        try form.requireSecret(of: visitor)
        let chosen = form.keys.filter { $0.hasPrefix("pilih-") }.sorted()
            .map { Academy.Application.ID(String($0.dropFirst(6))) }
        let decision: CourseBoard.Decision
        switch form["tindakan"] {
        case "lulus": decision = .approve
        case "tolak":
            guard let reason = RejectionReason(rawValue: form["sebab"] ?? "") else {
                return try await page(id, context, problem: "reason")
            }
            decision = .reject(reason, reason: form["ulasan"] ?? "")
        default: throw Rejection(.badRequest)
        }
        guard !chosen.isEmpty else { return try await page(id, context, problem: "nothing") }
        let results = try await CourseBoard(office).decide(decision, on: chosen, of: id, by: visitor.caller)
        return try await page(id, context, results: results)
    }

    private func page(
        _ id: Course.ID, _ context: WebContext, results: [CourseBoard.Result] = [], problem: String? = nil
    ) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let state = context.query["keadaan"].flatMap(ApplicationState.init(rawValue:)) ?? .supported
        let key = context.query["selepas"]
        let board = try await CourseBoard(office).overview(
            of: id, in: state, after: key.map { .init($0) }, limit: Self.rowsPerPage + 1, by: caller)
        let rows = board.rows.prefix(Self.rowsPerPage)
        let page = BoardPage(
            id: id.text, code: board.course.code.text, titleMalay: board.course.titleMalay,
            titleEnglish: board.course.titleEnglish, quota: board.quota, seatsHeld: board.seatsHeld,
            decideBy: board.decideBy, counts: board.counts, state: state, rows: rows.map(BoardPage.Row.init),
            mayDecide: board.mayDecide, next: board.rows.count > rows.count ? rows.last?.id.text : nil,
            isFirstPage: key == nil,
            results: results.map { .init(name: $0.name, state: $0.state, refusals: $0.refusals) }, problem: problem)
        return try presenter.page(
            page, context, section: .courses, status: problem == nil ? .ok : .unprocessableContent)
    }
}

extension BoardPage.Row {
    init(_ row: CourseBoard.Row) {
        self.init(
            id: row.id.text, reference: row.reference, name: row.name, post: row.post, station: row.station,
            supervisor: row.supervisor, since: row.since,
            clashes: row.clashes.map { CourseHead($0) }, isOwn: row.isOwn)
    }
}
