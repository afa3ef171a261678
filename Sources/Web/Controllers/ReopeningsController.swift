import Academy
import Desk
import HTTPTypes
import Hummingbird

/// Requests to reopen confirmed attendance, and their decision.
struct ReopeningsController: Sendable {
    private static let longestForm = 256 * 1024
    let office: Office
    let presenter: Presenter

    func show(_ course: Course.ID, _ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let overview = try await ReopenAttendance(office).overview(course, by: caller)
        return try presenter.page(ReopeningPage(overview), context, section: .courses)
    }

    func request(_ course: Course.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let form = try await request.form(upTo: Self.longestForm)
        try form.requireSecret(of: visitor)
        let reopening = ReopenAttendance(office)
        var page = ReopeningPage(try await reopening.overview(course, by: visitor.caller))
        page.reason = form["sebab"] ?? ""
        page.chosen = Set(form.values(under: ReopeningPage.prefix).keys)
        if page.chosen.isEmpty { page.problems.append(.nobodyChosen) }
        let reason = Result { () throws(ReasonText.Problem) in try ReasonText(parsing: page.reason) }
        switch reason {
        case .failure(let problem): page.problems.append(.init(problem))
        case .success(let reason) where page.problems.isEmpty:
            try await reopening.request(course, page.chosen.map { .init($0) }, reason: reason, by: visitor.caller)
            return .seeOther(Route.attendanceReopening(course: course.text).path, done: .reopeningAsked)
        case .success: break
        }
        return try presenter.page(page, context, section: .courses, status: .unprocessableContent)
    }

    func decide(_ course: Course.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let form = try await request.form()
        try form.requireSecret(of: visitor)
        guard let id = form["permintaan"], let decision = form["keputusan"], ["ya", "tidak"].contains(decision) else {
            throw Rejection(.badRequest)
        }
        try await ReopenAttendance(office).decide(
            course, .init(id), isGranted: decision == "ya", by: visitor.caller)
        return .seeOther(
            Route.attendance(course: course.text).path, done: decision == "ya" ? .reopeningGranted : .reopeningRefused)
    }
}

extension ReopeningPage {
    fileprivate init(_ overview: ReopeningOverview) {
        self.init(
            course: CourseHead(overview.course),
            rows: overview.confirmed.map { row in
                Row(
                    participation: row.participation.text, name: row.name, myKad: row.myKad.formatted,
                    percent: row.tally.percent, outcome: row.outcome)
            },
            waiting: overview.waiting.map { request in
                Waiting(
                    id: request.id.text, reason: request.reason, requestedBy: request.requestedBy,
                    requestedAt: request.requestedAt, names: request.names)
            }, canRequest: overview.canRequest, canDecide: overview.canDecide)
    }
}

extension ReopeningPage.Problem {
    fileprivate init(_ problem: ReasonText.Problem) {
        self =
            switch problem {
            case .empty: .reasonEmpty
            case .tooShort: .reasonTooShort
            case .tooLong: .reasonTooLong
            }
    }
}
