import Academy
import Desk
import HTTPTypes
import Hummingbird

/// *Senarai menunggu*: its order, and seats offered by hand.
struct WaitingController: Sendable {
    let office: Office
    let presenter: Presenter

    func answer(
        _ route: WaitingRoute, _ method: HTTPRequest.Method, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        switch route {
        case .list(let course): try await show(.init(course), context)
        case .prioritise(let course): try await prioritise(.init(course), request, context)
        case .promote(let course): try await promote(.init(course), request, context)
        case .offer(let id) where method == .post: try await accept(.init(id), request, context)
        case .offer(let id): try await offer(.init(id), context)
        case .decline(let id): try await decline(.init(id), request, context)
        }
    }

    private func show(_ course: Course.ID, _ context: WebContext) async throws -> Response {
        try presenter.page(try await list(course, context), context, section: .courses)
    }

    private func prioritise(_ course: Course.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let form = try await request.form()
        try form.requireSecret(of: visitor)
        let typed = WaitingListPage.Typed(
            application: form["permohonan"] ?? "", priority: form["keutamaan"].flatMap(Int.init) ?? 0,
            reason: form["sebab"] ?? "")
        do {
            try await KeepWaitingList(office).prioritise(
                .init(typed.application), to: typed.priority, reason: typed.reason, of: course, by: visitor.caller)
        } catch Refusal.invalid(let problems) {
            return try await refused(course, context, typed, .unprocessableContent) { words in
                problems.map {
                    .init(field: $0.field == "reason" ? "sebab" : "keutamaan", text: words("waiting.reasonMissing"))
                }
            }
        } catch Refusal.workflow(let refusals) {
            return try await refused(course, context, typed, .conflict) { words in
                refusals.map { .init(field: nil, text: words.refusal($0)) }
            }
        }
        return .seeOther(Route.waiting(.list(course: course.text)).path, done: .priorityChanged)
    }

    private func promote(_ course: Course.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let form = try await request.form()
        try form.requireSecret(of: visitor)
        let typed = WaitingListPage.Typed(offerReason: form["sebab-tawaran"] ?? "")
        do {
            try await KeepWaitingList(office).promote(
                .init(form["permohonan"] ?? ""), reason: typed.offerReason, of: course, by: visitor.caller)
        } catch Refusal.workflow(let refusals) {
            // What only lacks a reason is said at the reason.
            let lacksReason = !refusals.isEmpty && refusals.allSatisfy { [.cutOffPassed, .courseStarted].contains($0) }
            return try await refused(course, context, typed, lacksReason ? .unprocessableContent : .conflict) { words in
                lacksReason
                    ? [.init(field: "sebab-tawaran", text: words("waiting.reasonMissing"))]
                    : refusals.map { .init(field: nil, text: words.refusal($0)) }
            }
        }
        return .seeOther(Route.waiting(.list(course: course.text)).path, done: .seatOffered)
    }

    private func refused(
        _ course: Course.ID, _ context: WebContext, _ typed: WaitingListPage.Typed, _ status: HTTPResponse.Status,
        _ items: (Phrases) -> [ErrorSummary.Item]
    ) async throws -> Response {
        var page = try await list(course, context)
        page.typed = typed
        page.problems = ErrorSummary(items(presenter.words(context)))
        return try presenter.page(page, context, section: .courses, status: status)
    }

    private func list(_ course: Course.ID, _ context: WebContext) async throws -> WaitingListPage {
        let caller = try context.requireVisitor().caller
        return WaitingListPage(try await KeepWaitingList(office).overview(of: course, by: caller))
    }
}

extension WaitingListPage {
    init(_ overview: KeepWaitingList.Overview) {
        self.init(
            course: CourseHead(overview.course), quota: overview.quota, seatsHeld: overview.seatsHeld,
            cutOff: overview.cutOff, isPastCutOff: overview.isPastCutOff,
            waiters: overview.waiters.map { waiter in
                Row(
                    id: waiter.id.text, name: waiter.name, reference: waiter.reference, post: waiter.post,
                    station: waiter.station, priority: waiter.priority, since: waiter.since,
                    obstacles: waiter.obstacles, isNext: waiter.isNext, isOwn: waiter.isOwn)
            },
            offers: overview.offers.map {
                Offer(id: $0.id.text, name: $0.name, reference: $0.reference, expires: $0.expires)
            },
            mayDecide: overview.mayDecide, hindrances: overview.hindrances, priorities: KeepWaitingList.priorities)
    }
}
