import Desk
import HTTPTypes
import Hummingbird

/// In and out.
struct SignInController: Sendable {
    /// Ties the sign-in form to the browser that asked for it, before there is a session.
    static let formCookie = "akmal_form"
    let office: Office
    let presenter: Presenter
    let isSecure: Bool

    /// The sign-in page that leads back to a page which can be asked for again.
    static func path(returningTo route: Route?) -> String {
        guard let route, route.methods.contains(.get), route != .signIn, route != .landing else {
            return Route.signIn.path
        }
        return Route.signIn.path + "?kembali=" + PercentCoding.encode(route.path)
    }

    func form(_ request: Request, _ context: WebContext) throws -> Response {
        let target = Self.target(context.query["kembali"])
        if let visitor = context.visitor { return .seeOther((target ?? visitor.caller.start).path) }
        return try page(
            SignInPage(name: context.query["id"] ?? "", formToken: "", returnTo: target?.path ?? ""), context,
            status: .ok)
    }

    func submit(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await request.form()
        let target = Self.target(form["kembali"])
        var page = SignInPage(name: form["id"] ?? "", formToken: "", returnTo: target?.path ?? "")
        let password = form["kata-laluan"] ?? ""
        if !Secret.matches(form["csrf"], request.cookie(Self.formCookie)) {
            page.problem = .staleForm
            return try self.page(page, context, status: .forbidden)
        }
        page.problem = page.name.allSatisfy(\.isWhitespace) ? .nameMissing : password.isEmpty ? .passwordMissing : nil
        if page.problem != nil { return try self.page(page, context, status: .unprocessableContent) }
        do {
            let (token, visitor) = try await SignIn(office)(
                name: page.name, password: password, address: ClientAddress.network(of: context.address),
                requestID: context.requestID)
            return welcome(visitor, token, to: target)
        } catch Refusal.wrongCredentials {
            page.problem = .wrongCredentials
            return try self.page(page, context, status: .unprocessableContent)
        } catch Refusal.throttled(let seconds) {
            page.problem = .throttled(seconds: seconds)
            var response = try self.page(page, context, status: .tooManyRequests)
            response.headers[.retryAfter] = "\(seconds)"
            return response
        }
    }

    func leave(_ request: Request, _ context: WebContext) async throws -> Response {
        if let visitor = context.visitor, let token = context.token {
            try await request.form().requireSecret(of: visitor)
            try await SignOut(office)(token: token)
        }
        var response = Response.seeOther(Route.landing.path, done: .signedOut)
        response.headers.setCookie(Sessions.cookie, "", isSecure: isSecure, seconds: 0)
        return response
    }

    private func welcome(_ visitor: Visitor, _ token: String, to target: Route?) -> Response {
        var response = Response.seeOther((target ?? visitor.caller.start).path)
        response.headers.setCookie(Sessions.cookie, token, isSecure: isSecure)
        response.headers.setCookie(Self.formCookie, "", isSecure: isSecure, seconds: 0)
        return response
    }

    /// Every form that is shown has a token of its own.
    private func page(_ page: SignInPage, _ context: WebContext, status: HTTPResponse.Status) throws -> Response {
        var page = page
        page.formToken = Secret.text(try office.surroundings.random(16))
        var response = try presenter.page(page, context, status: status)
        response.headers.setCookie(Self.formCookie, page.formToken, isSecure: isSecure)
        return response
    }

    /// A page of this site and nothing else, so that nobody can be led away by a link to the sign-in.
    private static func target(_ path: String?) -> Route? {
        path.flatMap(Route.init(path:)).flatMap { $0.methods.contains(.get) && $0 != .signIn ? $0 : nil }
    }
}
