import HTTPTypes
import Hummingbird

/// Fees that are given back.
///
/// | Address | Methods | Who | What |
/// |---|---|---|---|
/// | `/kewangan/bayaran-balik` | GET | finance, auditors | Bayaran balik; `?keadaan=selesai`, `?selepas=` pages |
/// | `/kewangan/bayaran-balik.csv` | GET | the same | the same as a table |
/// | `/kewangan/bayaran-balik/{refund}` | GET POST | finance; auditors look | one, and the payment that settled it |
enum RefundRoute: RouteArea {
    case refunds
    case table
    case refund(String)

    var pattern: String {
        switch self {
        case .refunds: "/kewangan/bayaran-balik"
        case .table: "/kewangan/bayaran-balik.csv"
        case .refund: "/kewangan/bayaran-balik/{refund}"
        }
    }

    var methods: [HTTPRequest.Method] {
        if case .refund = self { [.get, .post] } else { [.get] }
    }

    var value: String? {
        if case .refund(let id) = self { id } else { nil }
    }

    static let makers: [@Sendable (String) -> RefundRoute] = [{ _ in .refunds }, { _ in .table }, { .refund($0) }]

    /// Leads a request to the one that answers it.
    func answer(
        _ method: HTTPRequest.Method, _ request: Request, _ context: WebContext, _ site: Site
    ) async throws -> Response {
        switch self {
        case .refunds: try await site.refunds.list(context)
        case .table: try await site.refunds.table(context)
        case .refund(let id) where method == .post: try await site.refunds.record(id, request, context)
        case .refund(let id): try await site.refunds.show(id, context)
        }
    }
}
