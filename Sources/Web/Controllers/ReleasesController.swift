import Academy
import Desk
import HTTPTypes
import Hummingbird

/// A course's requests not to attend, and the decisions on them.
struct ReleasesController: Sendable {
    let office: Office
    let presenter: Presenter

    func show(_ id: Course.ID, _ context: WebContext) async throws -> Response {
        try await page(id, context)
    }

    func decide(_ id: Course.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let body = try await request.form()
        try body.requireSecret(of: visitor)
        guard let application = body["permohonan"] else { throw Rejection(.badRequest) }
        let decision: DecideRelease.Decision
        switch body["tindakan"] {
        case "terima": decision = .accept(replacement: .init(body["pengganti"] ?? ""))
        case "lepas": decision = .grant
        case "tolak": decision = .refuse(reason: body["sebab"] ?? "")
        default: throw Rejection(.badRequest)
        }
        var slip = ReleasesPage.Slip(application: application, typed: body["sebab"] ?? "")
        do {
            try await DecideRelease(office)(decision, on: .init(application), of: id, by: visitor.caller)
            return .seeOther(AbsenceRoute.releases(course: id.text).path, done: .releaseDecided)
        } catch Refusal.invalid(let problems) {
            slip.code = problems.first?.code
            return try await page(id, context, slip, status: .unprocessableContent)
        } catch Refusal.workflow(let refusals) {
            slip.refusals = refusals
            return try await page(id, context, slip, status: .conflict)
        } catch Refusal.conflict {
            slip.isOvertaken = true
            return try await page(id, context, slip, status: .conflict)
        }
    }

    private func page(
        _ id: Course.ID, _ context: WebContext, _ slip: ReleasesPage.Slip? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let caller = try context.requireVisitor().caller
        var page = ReleasesPage(try await DecideRelease(office).overview(of: id, by: caller))
        page.slip = slip
        return try presenter.page(page, context, section: .courses, status: status)
    }
}
