import Academy
import Desk
import HTTPTypes
import Hummingbird

/// A named replacement's answer, and the supervisor who is reminded.
struct NominationController: Sendable {
    let office: Office
    let presenter: Presenter

    func show(_ id: Academy.Application.ID, _ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let letter = try await AnswerNomination(office).read(id, by: caller)
        return try presenter.page(NominationPage(letter), context, section: .track)
    }

    func answer(
        _ id: Academy.Application.ID, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = try context.requireVisitor()
        let body = try await request.form()
        try body.requireSecret(of: visitor)
        let answer = AnswerNomination(office)
        do {
            if body["jawapan"] == "tolak" {
                try await answer.decline(id, by: visitor.caller)
                return .seeOther(AbsenceRoute.nomination(application: id.text).path, done: .nominationDeclined)
            }
            guard body["jawapan"] == "terima" else { throw Rejection(.badRequest) }
            try await answer.accept(
                id, .init(body), isSameSupervisor: body["sama"] != nil, by: visitor.caller)
            return .seeOther(AbsenceRoute.nomination(application: id.text).path, done: .nominationAccepted)
        } catch Refusal.invalid(let problems) {
            var page = NominationPage(try await answer.read(id, by: visitor.caller))
            page.keep(.init(body), isSame: body["sama"] != nil)
            page.problems = problems.map { .init(field: $0.field, code: $0.code) }
            return try presenter.page(page, context, section: .track, status: .unprocessableContent)
        } catch Refusal.workflow(let refusals) {
            // Expired or closed meanwhile: the page says which.
            var page = NominationPage(try await answer.read(id, by: visitor.caller))
            page.refusals = refusals
            return try presenter.page(page, context, section: .track, status: .conflict)
        }
    }

    func remind(
        _ id: Academy.Application.ID, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = try context.requireVisitor()
        try await request.form().requireSecret(of: visitor)
        do {
            try await RemindSupervisor(office)(id, by: visitor.caller)
            return .seeOther(Route.application(id.text).path, done: .supervisorReminded)
        } catch Refusal.workflow {
            // Answered meanwhile, which is what the page says.
            return .seeOther(Route.application(id.text).path)
        } catch Refusal.throttled {
            // The second press of the button: the mail is on its way.
            return .seeOther(Route.application(id.text).path, done: .supervisorReminded)
        }
    }
}

extension ApplyForCourse.Form {
    fileprivate init(_ fields: FormFields) {
        self.init(
            name: fields["name"] ?? "", phone: fields["phone"] ?? "", email: fields["email"] ?? "",
            declares: fields["declaration"] != nil)
    }
}
