import Academy
import Desk
import HTTPTypes
import Hummingbird

/// *Tawaran tempat*: the officer's answer to a seat that became free.
extension WaitingController {
    func offer(_ id: Academy.Application.ID, _ context: WebContext) async throws -> Response {
        try presenter.page(try await page(of: id, context), context, section: .track)
    }

    func accept(_ id: Academy.Application.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let fields = try await request.form()
        try fields.requireSecret(of: visitor)
        let form = AnswerOffer.Form(
            plate: fields["plate"] ?? "", hasNoVehicle: fields["tiada"] != nil, diet: fields["diet"] ?? "",
            needsLodging: fields["penginapan"] != nil)
        do {
            try await AnswerOffer(office).accept(id, with: form, by: visitor.caller)
        } catch Refusal.invalid(let problems) {
            var page = try await page(of: id, context)
            (page.typed, page.wrong) = (form, problems)
            return try presenter.page(page, context, section: .track, status: .unprocessableContent)
        } catch Refusal.workflow(let refusals) {
            return try await refused(id, refusals, context)
        }
        return .seeOther(Route.application(id.text).path, done: .offerAccepted)
    }

    func decline(_ id: Academy.Application.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        try await request.form().requireSecret(of: visitor)
        do {
            try await AnswerOffer(office).decline(id, by: visitor.caller)
        } catch Refusal.workflow(let refusals) {
            return try await refused(id, refusals, context)
        }
        return .seeOther(Route.application(id.text).path, done: .offerDeclined)
    }

    private func refused(
        _ id: Academy.Application.ID, _ refusals: [ApplicationRefusal], _ context: WebContext
    ) async throws -> Response {
        var page = try await page(of: id, context)
        page.refusals = refusals
        return try presenter.page(page, context, section: .track, status: .conflict)
    }

    private func page(of id: Academy.Application.ID, _ context: WebContext) async throws -> SeatOfferPage {
        let caller = try context.requireVisitor().caller
        let offer = try await AnswerOffer(office).read(id, by: caller)
        return SeatOfferPage(
            id: id.text, course: CourseHead(offer.course), reference: offer.reference, expires: offer.expires,
            clashes: offer.clashes.map { $0.title(in: context.language) })
    }
}
