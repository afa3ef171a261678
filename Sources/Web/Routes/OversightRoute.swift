import HTTPTypes
import Hummingbird

/// What in the academy's records contradicts itself, and how it is put right.
///
/// | Address | Methods | Who | What |
/// |---|---|---|---|
/// | `/pentadbir/gabung` | GET POST | administrators | Gabung rekod: two records of one person, compared, then merged |
/// | `/pentadbir/percanggahan` | GET | staff | present twice at one hour; `?tahun=`, `?selepas=` pages |
enum OversightRoute: RouteArea {
    case merge
    case conflicts

    var pattern: String {
        switch self {
        case .merge: "/pentadbir/gabung"
        case .conflicts: "/pentadbir/percanggahan"
        }
    }

    var methods: [HTTPRequest.Method] { self == .merge ? [.get, .post] : [.get] }

    var value: String? { nil }

    static let makers: [@Sendable (String) -> OversightRoute] = [{ _ in .merge }, { _ in .conflicts }]

    /// Leads a request to the one that answers it.
    func answer(
        _ method: HTTPRequest.Method, _ request: Request, _ context: WebContext, _ site: Site
    ) async throws -> Response {
        switch self {
        case .merge where method == .post: try await site.oversight.merge(request, context)
        case .merge: try await site.oversight.form(context)
        case .conflicts: try await site.oversight.conflicts(context)
        }
    }
}
