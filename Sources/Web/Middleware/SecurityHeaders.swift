import HTTPTypes
import Hummingbird

/// Tells browsers what the site never does, on every answer.
///
/// A handler's own value for a header stays.
struct SecurityHeaders: RouterMiddleware {
    let isSecure: Bool

    /// Everything from this site only, nothing inline, no frames.
    static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

    private static let headers: [(HTTPField.Name, String)] = [
        (.contentSecurityPolicy, policy), (.contentTypeOptions, "nosniff"), (.frameOptions, "DENY"),
        // Not `no-referrer`: with it browsers send `Origin: null` with our own forms.
        (.referrerPolicy, "same-origin"), (.openerPolicy, "same-origin"), (.resourcePolicy, "same-origin"),
        (.permissionsPolicy, "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        (.cacheControl, "no-store"),
    ]

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in Self.headers where response.headers[name] == nil { response.headers[name] = value }
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        return response
    }
}
