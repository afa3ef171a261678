import HTTPTypes
import Hummingbird

/// Tells browsers what the site never does, on every answer.
///
/// A handler's own value for a header stays.
struct SecurityHeaders: RouterMiddleware {
    /// Everything from this site only, nothing inline, no frames.
    static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

    private let headers: HTTPFields

    init(isSecure: Bool) {
        var headers = Self.headers
        if isSecure { headers[.strictTransportSecurity] = "max-age=31536000" }
        self.headers = headers
    }

    private static let headers: HTTPFields = [
        .contentSecurityPolicy: policy, .contentTypeOptions: "nosniff", .frameOptions: "DENY",
        // Not `no-referrer`: with it browsers send `Origin: null` with our own forms.
        .referrerPolicy: "same-origin", .openerPolicy: "same-origin", .resourcePolicy: "same-origin",
        .permissionsPolicy: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        .cacheControl: "no-store",
    ]

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        complete(&response.headers)
        return response
    }

    /// Adds what an answer does not have a value of its own for.
    func complete(_ own: inout HTTPFields) {
        let missing = headers.filter { !own.contains($0.name) }
        own.append(contentsOf: missing)
    }
}
