import HTTPTypes
import Hummingbird

/// The register of certificates.
///
/// | Address | Methods | Who | What |
/// |---|---|---|---|
/// | `/pentadbir/sijil` | GET | administrators, auditors | certificates; `?cari=` searches, `?selepas=` pages |
/// | `/pentadbir/sijil/{certificate}` | GET POST | administrators; auditors look | one with its history, and the deeds on it; `?tindakan=` opens a form |
/// | `/pentadbir/sijil/{certificate}/pembetulan` | GET POST | administrators | a corrected version takes its place |
/// | `/sijil/{certificate}/kelayakan.jwt` | GET | its holder, the course's staff | the credential |
enum RegisterRoute: RouteArea {
    case list
    case certificate(String)
    case correction(String)
    case credential(String)

    var pattern: String {
        switch self {
        case .list: "/pentadbir/sijil"
        case .certificate: "/pentadbir/sijil/{certificate}"
        case .correction: "/pentadbir/sijil/{certificate}/pembetulan"
        case .credential: "/sijil/{certificate}/kelayakan.jwt"
        }
    }

    var methods: [HTTPRequest.Method] {
        switch self {
        case .list, .credential: [.get]
        case .certificate, .correction: [.get, .post]
        }
    }

    var value: String? {
        switch self {
        case .list: nil
        case .certificate(let value), .correction(let value), .credential(let value): value
        }
    }

    static let makers: [@Sendable (String) -> RegisterRoute] = [
        { _ in .list }, { .certificate($0) }, { .correction($0) }, { .credential($0) },
    ]

    /// Leads a request to the one that answers it.
    func answer(
        _ method: HTTPRequest.Method, _ request: Request, _ context: WebContext, _ site: Site
    ) async throws -> Response {
        switch self {
        case .list: try await site.register.list(context)
        case .certificate(let id) where method == .post: try await site.register.act(id, request, context)
        case .certificate(let id): try await site.register.show(id, context)
        case .correction(let id) where method == .post: try await site.register.correct(id, request, context)
        case .correction(let id): try await site.register.correctionForm(id, context)
        case .credential(let id): try await site.certificates.credential(id, context)
        }
    }
}
