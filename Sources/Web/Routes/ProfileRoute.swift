import HTTPTypes
import Hummingbird

/// A person's own details, and requests to correct what the staff directory says.
///
/// | Address | Methods | Who | What |
/// |---|---|---|---|
/// | `/profil` | GET POST | signed in | Profil |
/// | `/profil/pembetulan` | GET POST | officers | Mohon pembetulan; `?medan=` names the field |
/// | `/pentadbir/pembetulan` | GET | administrators | requests that wait; `?selepas=` pages |
/// | `/pentadbir/pembetulan/{correction}` | GET POST | administrators | one request and its decision |
enum ProfileRoute: RouteArea {
    case profile
    case request
    case corrections
    case correction(String)

    var pattern: String {
        switch self {
        case .profile: "/profil"
        case .request: "/profil/pembetulan"
        case .corrections: "/pentadbir/pembetulan"
        case .correction: "/pentadbir/pembetulan/{correction}"
        }
    }

    var methods: [HTTPRequest.Method] { self == .corrections ? [.get] : [.get, .post] }

    var value: String? {
        if case .correction(let id) = self { id } else { nil }
    }

    static let makers: [@Sendable (String) -> ProfileRoute] = [
        { _ in .profile }, { _ in .request }, { _ in .corrections }, { .correction($0) },
    ]
}
