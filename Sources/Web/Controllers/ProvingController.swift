import Academy
import Attestation
import Desk
import HTTPTypes
import Hummingbird

/// The page on which anybody proves a certificate, and the two questions that only the academy can answer.
struct ProvingController: Sendable {
    let office: Office
    let presenter: Presenter
    private let worker: ServiceWorker
    /// Per certificate: ten thousand last digits are too many to be tried, from however many addresses.
    private let questions = TokenBuckets(.init(burst: 6, perSecond: 1.0 / 3600))

    init(office: Office, presenter: Presenter) {
        self.office = office
        self.presenter = presenter
        worker = ServiceWorker(presenter.stationery.assets)
    }

    func answer(_ route: ProvingRoute, _ request: Request, _ context: WebContext) async throws -> Response {
        switch route {
        case .page: try page(context)
        case .matching: try await matching(request, context)
        case .worker: script()
        }
    }

    private func page(_ context: WebContext) throws -> Response {
        var response = try presenter.page(ProvingPage(), context, section: .check)
        response.headers[.permissionsPolicy] =
            "camera=(self), geolocation=(), microphone=(), payment=(), usb=()"
        return response
    }

    private func script() -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/javascript; charset=utf-8", .cacheControl: "no-cache"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: worker.text)))
    }

    /// Yes or no, never what would have been right.
    private func matching(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await request.form()
        let name = form["nama"] ?? ""
        let digits = form["digit"] ?? ""
        guard let code = VerificationLink.code(in: form["kod"] ?? ""), !name.isEmpty || !digits.isEmpty,
            digits.isEmpty || (digits.utf8.count == 4 && digits.utf8.allSatisfy { (48...57).contains($0) }),
            name.utf8.count <= 200
        else { throw Rejection(.unprocessable) }
        if let wait = questions.take(for: code.text, at: .now) { throw Rejection(.tooMany, retryAfter: wait) }
        let answer = try await MatchHolder(office)(code: code, lastName: name, digits: digits)
        return try Response.json(MatchDocument(answer))
    }
}

/// The answer to what somebody supposes of a holder.
private struct MatchDocument: Encodable {
    let answer: String
    let name: String?
    let digits: String?

    init(_ found: MatchHolder.Answer) {
        func word(_ isRight: Bool?) -> String? { isRight.map { $0 ? "yes" : "no" } }
        switch found {
        case .unknown: (answer, name, digits) = ("unknown", nil, nil)
        case .known(let isName, let areDigits): (answer, name, digits) = ("known", word(isName), word(areDigits))
        }
    }
}
