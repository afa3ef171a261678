import HTTPTypes
import Hummingbird
import Logging

/// One line and one measurement a request.
///
/// Neither holds an address, a query or a code: a route is named by its pattern.
struct AccessLog: RouterMiddleware {
    private let meters: RequestMeters

    init(metrics: MetricsRegistry) { meters = RequestMeters(metrics) }

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let elapsed = (ContinuousClock.now - start).components
        let nanoseconds = elapsed.seconds * 1_000_000_000 + elapsed.attoseconds / 1_000_000_000
        let route = context.route?.pattern ?? "none"
        let method = Self.methods.contains(request.method) ? request.method.rawValue : "other"
        meters.count(.init(method: method, route: route, status: response.status.code), nanoseconds)
        context.logger.info(
            "request",
            metadata: [
                "method": "\(method)", "route": "\(route)", "status": "\(response.status.code)",
                "microseconds": "\(nanoseconds / 1000)",
            ])
        return response
    }

    /// Anything else is one label, so that nobody can fill the table of measurements.
    private static let methods: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .delete, .options, .patch]
}
