import HTTPTypes
import Hummingbird

/// Keeps one network address from asking for too many checks or sign-ins.
struct RateLimit: RouterMiddleware {
    let checks: TokenBuckets
    let signIns: TokenBuckets

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        if let buckets = buckets(for: request, context),
            let wait = buckets.take(for: ClientAddress.network(of: context.address), at: .now)
        {
            throw Rejection(.tooMany, retryAfter: wait)
        }
        return try await next(request, context)
    }

    private func buckets(for request: Request, _ context: WebContext) -> TokenBuckets? {
        switch context.route {
        case .check, .proving(.matching): checks
        case .signIn where request.method == .post, .register where request.method == .post,
            .forgottenPassword where request.method == .post:
            signIns
        default: nil
        }
    }
}
