import Academy
import HTTPTypes
import Hummingbird
import Logging

/// The first to see a request: gives it an id, and finds out who asks from where for which page in which language.
struct Arrival: RouterMiddleware {
    static let languageCookie = "akmal_bahasa"
    let trustedProxies: Set<String>
    let isSecure: Bool

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.requestID = RequestID.next()
        context.logger[metadataKey: "hb.request.id"] = nil
        context.logger[metadataKey: "request_id"] = "\(context.requestID)"
        context.address = ClientAddress.of(request.headers, peer: context.address, trusting: trustedProxies)
        context.route = Route(path: request.uri.path)
        context.preference = Preference(accept: request.headers[.accept])
        context.query = (try? FormFields(parsing: request.uri.query ?? "")) ?? .empty
        let chosen = context.query["bahasa"].flatMap(Language.init(rawValue:))
        let remembered = request.cookie(Self.languageCookie).flatMap(Language.init(rawValue:))
        context.language = chosen ?? remembered ?? .malay
        var response = try await next(request, context)
        if request.method == .head { response = Self.withoutContent(response) }
        response.headers[.requestID] = context.requestID
        if let chosen, chosen != remembered, context.route?.isPaper != true {
            response.headers.setCookie(
                Self.languageCookie, chosen.rawValue, isSecure: isSecure, seconds: 365 * 24 * 3600)
        }
        return response
    }

    /// The same head; the length stays that of the content, and stays unsaid where it was.
    private static func withoutContent(_ response: Response) -> Response {
        let length = response.headers[.contentLength]
        var head = response.createHeadResponse()
        head.headers[.contentLength] = length
        return head
    }

}

extension Route {
    /// The language of a document is that of the document, and not of the pages around it.
    fileprivate var isPaper: Bool {
        if case .paper = self { true } else { false }
    }
}
