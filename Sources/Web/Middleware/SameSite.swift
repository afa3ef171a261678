import HTTPTypes
import Hummingbird

/// Refuses what another site makes a browser send.
///
/// The hidden field of each form is the second lock.
struct SameSite: RouterMiddleware {
    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard request.method == .get || request.method == .head || Self.isOwn(request) else {
            throw Rejection(.forbidden)
        }
        return try await next(request, context)
    }

    /// Browsers of today say it in `Sec-Fetch-Site`, older ones in `Origin`; what says neither is no browser.
    private static func isOwn(_ request: Request) -> Bool {
        if let site = request.headers[.fetchSite] { return site == "same-origin" || site == "none" }
        guard let origin = request.headers[.origin] else { return true }
        guard let host = request.head.authority, let colon = origin.firstIndex(of: ":") else { return false }
        return origin[colon...].lowercased() == "://\(host.lowercased())"
    }
}
