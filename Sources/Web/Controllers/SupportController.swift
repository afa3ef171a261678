import Desk
import HTTPTypes
import Hummingbird

/// The supervisor's page: whoever has the mailed link decides, and only by sending the form.
struct SupportController: Sendable {
    let office: Office
    let presenter: Presenter
    let isSecure: Bool

    func show(_ token: String, _ context: WebContext) async throws -> Response {
        try page(try await DecideSupport(office).read(token: token), token, context)
    }

    func decide(_ token: String, _ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await request.form()
        guard Secret.matches(form["csrf"], request.cookie(SignInController.formCookie)) else {
            throw Rejection(.forbidden)
        }
        let supports = form["keputusan"] == "sokong"
        guard supports || form["keputusan"] == "tidak" else { throw Rejection(.badRequest) }
        let reason = form["reason"] ?? ""
        do {
            try await DecideSupport(office)(
                token: token, supports: supports, reason: reason, requestID: context.requestID)
        } catch Refusal.invalid {
            let letter = try await DecideSupport(office).read(token: token)
            return try page(letter, token, context, typed: reason, status: .unprocessableContent)
        } catch Refusal.workflow {
            // Decided, changed or expired meanwhile: the page says which.
        }
        return .seeOther(Route.support(token: token).path)
    }

    private func page(
        _ letter: DecideSupport.Letter, _ token: String, _ context: WebContext, typed: String? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let formToken = Secret.text(try office.surroundings.random(16))
        let page = SupportPage(
            token: token, formToken: formToken, applicant: letter.applicant, post: letter.post,
            station: letter.station, titleMalay: letter.course.titleMalay, titleEnglish: letter.course.titleEnglish,
            dates: letter.course.dates, venue: letter.course.venue, fee: letter.course.fee,
            reference: letter.reference, decideBy: letter.decideBy, stage: letter.standing.rawValue,
            reason: typed ?? letter.reason, reasonIsMissing: typed != nil, replaces: letter.replaces)
        var response = try presenter.page(page, context, status: status)
        response.headers.setCookie(SignInController.formCookie, formToken, isSecure: isSecure)
        return response
    }
}
