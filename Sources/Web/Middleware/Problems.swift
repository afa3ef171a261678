import Desk
import HTTPTypes
import Hummingbird
import Logging

/// Turns what was thrown into an answer: a rule's no into its own page, a fault into a number to quote and nothing else.
struct Problems: RouterMiddleware {
    let presenter: Presenter

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let rejection as Rejection {
            return try answer(rejection, request, context)
        } catch let refusal as Refusal {
            return try answer(Rejection(refusal: refusal), request, context)
        } catch let error as any HTTPResponseError where (400..<500).contains(error.status.code) {
            return try answer(Rejection(error.status == .contentTooLarge ? .tooLarge : .badRequest), request, context)
        } catch {
            context.logger.error(
                "fault", metadata: ["error": "\(error)", "route": "\(context.route?.pattern ?? "none")"])
            return try answer(Rejection(.fault), request, context)
        }
    }

    private func answer(_ rejection: Rejection, _ request: Request, _ context: WebContext) throws -> Response {
        if rejection.kind == .notSignedIn, request.method == .get, context.preference == .html {
            return .seeOther(SignInController.path(returningTo: context.route))
        }
        var response = try body(rejection, request, context)
        if let seconds = rejection.retryAfter { response.headers[.retryAfter] = "\(seconds)" }
        if !rejection.allow.isEmpty {
            let methods = rejection.allow.flatMap { $0 == .get ? ["GET", "HEAD"] : [$0.rawValue] }
            response.headers[.allow] = methods.joined(separator: ", ")
        }
        return response
    }

    private func body(_ rejection: Rejection, _ request: Request, _ context: WebContext) throws -> Response {
        let page = ProblemPage(
            problem: rejection.kind, requestID: rejection.kind == .fault ? context.requestID : "")
        switch context.preference {
        case .html: return try presenter.page(page, context, status: rejection.status)
        case .json:
            let detail = ProblemDetail(
                status: rejection.kind.status, title: page.title(presenter.words(context)), requestID: context.requestID
            )
            return try .json(detail, status: rejection.status, type: "application/problem+json")
        }
    }
}

/// A problem for programs (RFC 9457).
struct ProblemDetail: Sendable, Encodable {
    let type = "about:blank"
    let status: Int
    let title: String
    let requestID: String

    enum CodingKeys: String, CodingKey {
        case type, status, title
        case requestID = "request_id"
    }
}
