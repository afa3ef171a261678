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
        note(request.method, context.route, response.status, since: start, context.logger)
        return response
    }

    /// - Parameter id: the request's, where the logger does not know it.
    func note(
        _ method: HTTPRequest.Method, _ route: Route?, _ status: HTTPResponse.Status,
        since start: ContinuousClock.Instant, _ logger: Logger, id: String? = nil
    ) {
        let elapsed = (ContinuousClock.now - start).components
        let nanoseconds = elapsed.seconds * 1_000_000_000 + elapsed.attoseconds / 1_000_000_000
        let route = route?.pattern ?? "none"
        let method = Self.methods.contains(method) ? method.rawValue : "other"
        meters.count(.init(method: method, route: route, status: status.code), nanoseconds)
        var metadata: Logger.Metadata = [
            "method": .string(method), "route": .string(route), "status": .string(String(status.code)),
            "microseconds": .string(String(nanoseconds / 1000)),
        ]
        if let id { metadata["request_id"] = .string(id) }
        logger.info("request", metadata: metadata)
    }

    /// Anything else is one label, so that nobody can fill the table of measurements.
    private static let methods: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .delete, .options, .patch]
}
