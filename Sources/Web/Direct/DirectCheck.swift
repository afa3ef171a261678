import Academy
import Attestation
import Desk
import HTTPTypes
import NIOCore

/// `/v/{code}` for a stranger with a browser, and a certificate that the register has.
struct DirectCheck: DirectResponder {
    let office: Office
    let press: CheckPress
    let checks: TokenBuckets
    private let headers: HTTPFields

    init(office: Office, press: CheckPress, checks: TokenBuckets, securityHeaders: SecurityHeaders) {
        self.office = office
        self.press = press
        self.checks = checks
        var headers: HTTPFields = [.contentType: "text/html; charset=utf-8", .vary: "Accept, Cookie"]
        securityHeaders.complete(&headers)
        self.headers = headers
    }

    func answer(_ request: DirectRequest) throws -> DirectAnswer? {
        let asked = request.head.headerFields
        guard case .check(let text) = request.route, let code = PublicCode(parsing: text),
            Preference(accept: asked[.accept]) == .html, asked.cookie(Sessions.cookie) == nil,
            let certificate = try CheckCertificate(office).atOnce(code: code)
        else { return nil }
        let language = asked.cookie(Arrival.languageCookie).flatMap(Language.init(rawValue:)) ?? .malay
        var page = CheckPage(
            verdict: .unknown, code: code.grouped, host: office.settings.host, checkedAt: office.surroundings.now())
        page.show(certificate, in: language)
        guard page.face != nil, checks.take(for: ClientAddress.network(of: request.address), at: .now) == nil else {
            return nil
        }
        return DirectAnswer(
            head: HTTPResponse(status: .ok, headerFields: headers), body: [try press.html(page, in: language)])
    }
}
