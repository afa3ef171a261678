import Desk
import HTTPTypes
import Hummingbird

/// Finds out who is signed in.
///
/// Only requests with a cookie cost a look into the database.
struct Sessions: RouterMiddleware {
    static let cookie = "akmal_session"
    let office: Office

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard context.route?.needsSession == true, let token = request.cookie(Self.cookie) else {
            return try await next(request, context)
        }
        var context = context
        context.visitor = try await RecogniseVisitor(office)(token: token, requestID: context.requestID)
        context.token = token
        return try await next(request, context)
    }
}

extension Route {
    /// Whether the answer depends on who asks.
    ///
    /// Files, probes and addresses without a page do not.
    fileprivate var needsSession: Bool {
        switch self {
        case .asset, .favicon, .robots, .health, .readiness, .metrics, .proving(.worker): false
        default: true
        }
    }
}
