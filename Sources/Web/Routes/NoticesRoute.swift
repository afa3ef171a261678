import HTTPTypes
import Hummingbird

/// What the site tells a visitor.
///
/// | Address | Methods | Who | What |
/// |---|---|---|---|
/// | `/notifikasi` | GET POST | signed in | Notifikasi, the newest first; POST marks all as read; `?selepas=` pages |
/// | `/notifikasi/{notice}` | POST | its reader | marks one as read and leads to what it is about |
enum NoticesRoute: RouteArea {
    case notices
    case notice(String)

    var pattern: String {
        switch self {
        case .notices: "/notifikasi"
        case .notice: "/notifikasi/{notice}"
        }
    }

    var methods: [HTTPRequest.Method] { self == .notices ? [.get, .post] : [.post] }

    var value: String? {
        if case .notice(let id) = self { id } else { nil }
    }

    static let makers: [@Sendable (String) -> NoticesRoute] = [{ _ in .notices }, { .notice($0) }]

    /// Leads a request to the one that answers it.
    func answer(
        _ method: HTTPRequest.Method, _ request: Request, _ context: WebContext, _ site: Site
    ) async throws -> Response {
        switch self {
        case .notices where method == .post: try await site.notices.markAll(request, context)
        case .notices: try await site.notices.list(context)
        case .notice(let id): try await site.notices.open(id, request, context)
        }
    }
}
