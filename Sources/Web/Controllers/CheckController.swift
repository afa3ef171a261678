import Academy
import Attestation
import Desk
import Hummingbird
import NIOCore

/// What anybody may ask about a certificate, letter or slip.
struct CheckController: Sendable {
    let office: Office
    let presenter: Presenter
    let press: CheckPress

    /// `/semak`: the form; a code in it leads to its own address, which can be kept and passed on.
    func typed(_ context: WebContext) throws -> Response {
        guard let text = context.query["kod"], !text.isEmpty else {
            return try presenter.page(TypedCodePage(), context, section: .check)
        }
        if let code = VerificationLink.code(in: text) { return .seeOther(Route.check(code: code.text).path) }
        let page = TypedCodePage(form: CodeForm(value: text, isWrong: true))
        return try presenter.page(page, context, section: .check, status: .unprocessableContent)
    }

    /// `/v/{code}`, and `/v/{code}.json` for programs.
    ///
    /// A certificate that was revoked or replaced is found all the same, and says so.
    func answer(_ text: String, _ request: Request, _ context: WebContext) async throws -> Response {
        let isDocument = text.hasSuffix(Self.ending)
        if isDocument || context.preference == .json {
            return try await document(isDocument ? String(text.dropLast(Self.ending.count)) : text, request)
        }
        let code = PublicCode(parsing: text)
        var page = CheckPage(
            verdict: .unknown, code: code?.grouped ?? text, host: office.settings.host,
            checkedAt: office.surroundings.now(), isMalformed: code == nil)
        if let code {
            switch try await CheckCertificate(office)(code: code, proving: false) {
            case .unknown: break
            case .known(let certificate): page.show(certificate, in: context.language)
            case .paper(let paper): return try self.page(of: paper, context)
            }
        }
        let status: HTTPResponse.Status = page.verdict == .unknown ? .notFound : .ok
        var response =
            context.visitor == nil && page.face != nil
            ? Response.html(try press.html(page, in: context.language))
            : try presenter.page(page, context, section: .check, status: status)
        response.headers[.vary] = "Accept, Cookie"
        return response
    }

    private func page(of paper: CheckedPaper, _ context: WebContext) throws -> Response {
        let page = CheckPaperPage(
            paper: paper.paper, standing: paper.standing, number: paper.number, code: paper.code,
            face: paper.face, issuedAt: paper.issuedAt, host: office.settings.host,
            checkedAt: office.surroundings.now())
        var response = try presenter.page(page, context, section: .check)
        response.headers[.vary] = "Accept, Cookie"
        return response
    }

    private static let ending = ".json"

    /// Who has it from before and names its tag is told only whether it still holds; a page cannot be, as it says when it
    /// was made.
    private func document(_ text: String, _ request: Request) async throws -> Response {
        let code = PublicCode(parsing: text)
        let answer: CheckAnswer = if let code { try await CheckCertificate(office)(code: code) } else { .unknown }
        let report = CheckReport(answer, code: code)
        guard report.verdict != .unknown else {
            var response = try Response.json(report, status: .notFound)
            response.headers[.vary] = "Accept, Cookie"
            return response
        }
        let bytes = ByteBuffer(bytes: try Response.encoded(report))
        return FileAnswer(
            tag: EntityTag(of: bytes.readableBytesView), size: bytes.readableBytes,
            headers: [.contentType: "application/json", .cacheControl: "no-cache", .vary: "Accept, Cookie"]
        ).response(to: request) { range in
            ResponseBody(byteBuffer: bytes.getSlice(at: range.lowerBound, length: range.count) ?? ByteBuffer())
        }
    }
}

extension CheckPage {
    mutating func show(_ certificate: CheckedCertificate, in language: Language) {
        verdict = CheckFindings(proof: .none, register: .issued(certificate.status)).verdict
        guard verdict != .unknown else { return }
        face = Face(
            holder: certificate.holder, courseMalay: certificate.courseMalay, courseEnglish: certificate.courseEnglish,
            datesMalay: certificate.datesMalay, datesEnglish: certificate.datesEnglish, venue: certificate.venue,
            serial: certificate.serial.text, issuedMalay: certificate.issuedMalay,
            issuedEnglish: certificate.issuedEnglish, issuerMalay: certificate.organiserMalay,
            issuerEnglish: certificate.organiserEnglish, code: certificate.code, logIndex: certificate.logIndex)
        if verdict != .valid {
            since = certificate.statusAt
            reason = certificate.reason(in: language)
            successor = certificate.successor
        }
    }
}
