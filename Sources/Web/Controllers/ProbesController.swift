import Desk
import HTTPTypes
import Hummingbird
import Logging

/// What machines ask.
struct ProbesController: Sendable {
    let office: Office
    let metrics: MetricsRegistry
    /// Empty: only this machine may read the measurements.
    let token: String

    /// 200 when the database answers, else 503.
    func readiness(_ context: WebContext) async -> Response {
        do {
            try await CheckReadiness(office)()
            return .text("ok\n")
        } catch {
            context.logger.warning("not ready", metadata: ["error": "\(error)"])
            return .text("not ready\n", status: .serviceUnavailable)
        }
    }

    /// Measurements tell how much is going on, so they are for this machine, or for who has the token.
    func metrics(_ request: Request, _ context: WebContext) throws(Rejection) -> Response {
        let given = request.headers[.authorization].flatMap { $0.hasPrefix("Bearer ") ? String($0.dropFirst(7)) : nil }
        guard ClientAddress.isLoopback(context.address) || Secret.matches(given, token) else {
            throw Rejection(.notFound)
        }
        var response = Response.text(metrics.text())
        response.headers[.contentType] = "text/plain; version=0.0.4; charset=utf-8"
        return response
    }
}
