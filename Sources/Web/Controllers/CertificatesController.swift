import Academy
import Attestation
import Desk
import Hummingbird
import Metrics
import NIOCore

/// An officer's own certificates, and the files of all.
struct CertificatesController: Sendable {
    let office: Office
    let presenter: Presenter
    let metrics: MetricsRegistry
    let beginnings: SharedBeginnings

    func list(_ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let cards = try await MyCertificates(office)(visitor.caller)
        return try presenter.page(
            OwnCertificatesPage(cards: cards.map { OwnCertificatesPage.Card($0, office.settings) }), context,
            section: .own)
    }

    /// The credential, as a file.
    func credential(_ id: String, _ context: WebContext) async throws -> Response {
        let file = try await DownloadCredential(office)(id, by: try context.requireVisitor().caller)
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/vc+jwt", .cacheControl: "private, no-cache",
                .contentDisposition: ContentDisposition.attachment(ascii: file.fileName, name: file.fileName),
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: file.text)))
    }

    /// Makes the certificate if it is earned, and leads to its file.
    ///
    /// Asking again leads to the same file.
    func issue(_ course: Course.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        try await request.form().requireSecret(of: visitor)
        guard let officer = visitor.caller.officer else { throw Rejection(.forbidden) }
        switch try await IssueCertificate(office)(officer: officer, course: course, by: visitor.caller) {
        case .withheld: throw Rejection(.conflict)
        case .already(let record): return .seeOther(Route.download(certificate: record.id).path)
        case .issued(let record):
            Counter(label: "certificates_issued", dimensions: [("by", "officer")], factory: metrics).increment()
            return .seeOther(Route.download(certificate: record.id).path)
        }
    }

    func download(_ id: String, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let file = try await DownloadCertificate(office)(id, by: visitor.caller)
        return FileAnswer(file).response(to: request) { range in
            beginnings.parts(of: file, range).map(ResponseBody.init(parts:))
                ?? ResponseBody.pieces(of: range, read: file.read)
        }
    }
}

extension FileAnswer {
    init(_ file: Download) {
        self.init(
            tag: EntityTag(hash: file.sha256), size: file.size,
            headers: [
                .contentType: "application/pdf", .cacheControl: "private, no-cache",
                .contentSecurityPolicy: "default-src 'none'; sandbox",
                .contentDisposition: ContentDisposition.attachment(ascii: file.asciiFileName, name: file.fileName),
            ])
    }
}

extension OwnCertificatesPage.Card {
    init(_ card: CertificateCard, _ settings: OfficeSettings) {
        self.init(
            course: card.course.id.text, courseCode: card.course.code.text, titleMalay: card.course.titleMalay,
            titleEnglish: card.course.titleEnglish, dates: card.course.dates, venue: card.course.venue,
            conditions: card.conditions.map(ConditionLine.init), isEntitled: card.isEntitled,
            certificate: card.certificate.map(OwnCertificatesPage.Certificate.init),
            issuer: .init(
                site: settings.site, malay: settings.organiserMalay, english: settings.organiserEnglish))
    }
}

extension OwnCertificatesPage.Certificate {
    init(_ certificate: CertificateSummary) {
        self.init(
            id: certificate.id, serial: certificate.serial.text, code: certificate.code, status: certificate.status,
            issuedAt: certificate.issuedAt ?? certificate.statusAt)
    }
}

extension ConditionLine {
    init(_ state: ConditionState) {
        self.init(condition: state.condition, obstacle: state.obstacle, state: state.state, since: state.since)
    }
}
