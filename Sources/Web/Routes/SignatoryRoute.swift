import HTTPTypes
import Hummingbird

/// Whose names stand under certificates.
///
/// | Address | Methods | Who | What |
/// |---|---|---|---|
/// | `/pentadbir/penandatangan` | GET | administrators | Penandatangan, by post |
/// | `/pentadbir/penandatangan/baharu` | GET POST | administrators | adds one |
/// | `/pentadbir/penandatangan/{signatory}` | GET POST | administrators | the days in office of one |
enum SignatoryRoute: RouteArea {
    case signatories
    case new
    case signatory(String)

    var pattern: String {
        switch self {
        case .signatories: "/pentadbir/penandatangan"
        case .new: "/pentadbir/penandatangan/baharu"
        case .signatory: "/pentadbir/penandatangan/{signatory}"
        }
    }

    var methods: [HTTPRequest.Method] { self == .signatories ? [.get] : [.get, .post] }

    var value: String? {
        if case .signatory(let id) = self { id } else { nil }
    }

    static let makers: [@Sendable (String) -> SignatoryRoute] = [
        { _ in .signatories }, { _ in .new }, { .signatory($0) },
    ]

    /// Leads a request to the one that answers it.
    func answer(
        _ method: HTTPRequest.Method, _ request: Request, _ context: WebContext, _ site: Site
    ) async throws -> Response {
        switch self {
        case .signatories: try await site.signatories.list(context)
        case .new where method == .post: try await site.signatories.add(request, context)
        case .new: try site.signatories.form(context)
        case .signatory(let id) where method == .post: try await site.signatories.setTerm(id, request, context)
        case .signatory(let id): try await site.signatories.show(id, context)
        }
    }
}
