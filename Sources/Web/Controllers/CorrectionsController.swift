import Academy
import Desk
import HTTPTypes
import Hummingbird

/// Requests for correction, for administrators.
struct CorrectionsController: Sendable {
    private static let rowsPerPage = 50
    let office: Office
    let presenter: Presenter

    func list(_ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let key = context.query["selepas"]
        let queue = CorrectionQueue(office)
        let waiting = try await queue.waiting(
            after: key.map { .init($0) }, limit: Self.rowsPerPage + 1, by: caller)
        let shown = waiting.prefix(Self.rowsPerPage)
        let decided = key == nil ? try await queue.decided(by: caller) : []
        let page = CorrectionsPage(
            waiting: shown.map(CorrectionsPage.Row.init), decided: decided.map(CorrectionsPage.Row.init),
            done: context.query["telah"] ?? "", next: waiting.count > shown.count ? shown.last?.request.id : nil,
            isFirstPage: key == nil)
        return try presenter.page(page, context, section: .corrections)
    }

    func show(_ id: String, _ context: WebContext) async throws -> Response {
        let found = try await CorrectionQueue(office).one(.init(id), by: try context.requireVisitor().caller)
        return try presenter.page(CorrectionPage(found), context, section: .corrections)
    }

    func decide(_ id: String, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let form = try await request.form()
        try form.requireSecret(of: visitor)
        let decision: DecideCorrection.Decision
        switch form["tindakan"] {
        case "terima": decision = .accept
        case "tolak": decision = .refuse(reason: form["sebab"] ?? "")
        default: throw Rejection(.badRequest)
        }
        do {
            try await DecideCorrection(office)(.init(id), decision, by: visitor.caller)
            return .seeOther(Route.profile(.corrections).path + "?telah=\(form["tindakan"] ?? "")")
        } catch Refusal.invalid(let problems) {
            var page = CorrectionPage(try await CorrectionQueue(office).one(.init(id), by: visitor.caller))
            page.problems = FormProblems(problems)
            page.typed = form["sebab"] ?? ""
            return try presenter.page(page, context, section: .corrections, status: .unprocessableContent)
        } catch Refusal.conflict(.alreadyDecided) {
            var page = CorrectionPage(try await CorrectionQueue(office).one(.init(id), by: visitor.caller))
            page.isOvertaken = true
            return try presenter.page(page, context, section: .corrections, status: .conflict)
        }
    }
}

extension CorrectionsPage.Row {
    init(_ found: CorrectionCase) {
        self.init(card: CorrectionCard(found.request), officer: found.officer, myKad: found.myKad)
    }
}

extension CorrectionPage {
    init(_ found: CorrectionCase) {
        self.init(
            card: CorrectionCard(found.request), officer: found.officer, myKad: found.myKad, post: found.post,
            station: found.station, current: found.current, mayDecide: found.mayDecide)
    }
}

extension ProfileRoute {
    /// Leads a request to the one that answers it.
    func answer(
        _ method: HTTPRequest.Method, _ request: Request, _ context: WebContext, _ site: Site
    ) async throws -> Response {
        switch self {
        case .profile where method == .post: try await site.profile.save(request, context)
        case .profile: try await site.profile.show(context)
        case .request where method == .post: try await site.profile.request(request, context)
        case .request: try await site.profile.requestForm(context)
        case .corrections: try await site.corrections.list(context)
        case .correction(let id) where method == .post: try await site.corrections.decide(id, request, context)
        case .correction(let id): try await site.corrections.show(id, context)
        }
    }
}
