import Academy
import Desk
import HTTPTypes
import Hummingbird

/// Daftar di kaunter.
struct WalkInsController: Sendable {
    let office: Office
    let presenter: Presenter

    func show(_ id: Course.ID, _ context: WebContext) async throws -> Response {
        let counter = try await RegisterWalkIn(office).counter(id, by: try context.requireVisitor().caller)
        return try presenter.page(WalkInPage(counter), context, section: .courses)
    }

    func register(_ id: Course.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let fields = try await request.form()
        try fields.requireSecret(of: visitor)
        let form = RegisterWalkIn.Form(
            officer: fields["pegawai"] ?? "", supervisor: fields["penyelia"] ?? "", reason: fields["sebab"] ?? "",
            overbooks: fields["lebihan"] != nil)
        let deed = RegisterWalkIn(office)
        do {
            _ = try await deed(id, form, by: visitor.caller)
        } catch Refusal.invalid(let problems) {
            let page = WalkInPage(
                try await deed.counter(id, by: visitor.caller), form, problems: FormProblems(problems))
            return try presenter.page(page, context, section: .courses, status: .unprocessableContent)
        } catch Refusal.workflow(let refusals) {
            let page = WalkInPage(try await deed.counter(id, by: visitor.caller), form, refusals: refusals)
            return try presenter.page(page, context, section: .courses, status: .conflict)
        }
        return .seeOther(Route.courseAdministration(.walkIn(course: id.text)).path, done: .walkedIn)
    }
}

extension WalkInPage {
    fileprivate init(
        _ counter: RegisterWalkIn.Counter, _ form: RegisterWalkIn.Form = .init(), problems: FormProblems = .none,
        refusals: [ApplicationRefusal] = []
    ) {
        self.init(
            head: CourseHead(counter.course), seatsLeft: counter.seatsLeft, waiting: counter.waiting,
            officer: form.officer, supervisor: form.supervisor, reason: form.reason, overbooks: form.overbooks,
            problems: problems, refusals: refusals)
    }
}
