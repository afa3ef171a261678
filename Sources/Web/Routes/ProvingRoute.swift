import HTTPTypes

/// Where anybody proves a certificate in the browser, also without the network.
///
/// | Address | Methods | Who | What |
/// |---|---|---|---|
/// | `/sahkan` | GET | anyone | Sahkan sijil: camera, PDF file, pasted text |
/// | `/sahkan/padan` | POST | anyone | whether a last name or four digits are the holder's: yes or no |
/// | `/sw.js` | GET | anyone | the script that keeps the page for times without a network |
enum ProvingRoute: RouteArea {
    case page
    case matching
    case worker

    var pattern: String {
        switch self {
        case .page: "/sahkan"
        case .matching: "/sahkan/padan"
        case .worker: "/sw.js"
        }
    }

    var methods: [HTTPRequest.Method] { self == .matching ? [.post] : [.get] }

    var value: String? { nil }

    static var makers: [@Sendable (String) -> ProvingRoute] {
        [{ _ in .page }, { _ in .matching }, { _ in .worker }]
    }
}
