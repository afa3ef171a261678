import Attestation
import HTTPTypes

/// What anybody needs to prove a certificate; open to every visitor, person or program, of any site.
///
/// | Address | Methods | Who | What |
/// |---|---|---|---|
/// | `/keys.json` | GET | anyone | every key that ever signed |
/// | `/.well-known/did.json` | GET | anyone | the same as a `did:web` document |
/// | `/authority.crl` | GET | anyone | which certificates the academy's own authority has revoked |
/// | `/status/{list*}` | GET | anyone | status lists: `/status/revocation/1` |
/// | `/log/{file*}` | GET | anyone | checkpoint, tiles and entries of the log |
enum PublishedRoute: RouteArea {
    case keys
    case identity
    case revocationList
    case status(String)
    case log(String)

    var pattern: String {
        switch self {
        case .keys: "/keys.json"
        case .identity: "/.well-known/did.json"
        case .revocationList: "/authority.crl"
        case .status: "/status/{list*}"
        case .log: "/log/{logfile*}"
        }
    }

    var methods: [HTTPRequest.Method] { [.get] }

    var value: String? {
        switch self {
        case .status(let rest), .log(let rest): rest
        case .keys, .identity, .revocationList: nil
        }
    }

    /// nil for an address that no file ever has.
    var file: PublishedPath? {
        switch self {
        case .keys: .keys
        case .identity: .identity
        case .revocationList: .revocationList
        case .status(let rest): PublishedPath(path: "/status/\(rest)")
        case .log(let rest): PublishedPath(path: "/log/\(rest)")
        }
    }

    static let makers: [@Sendable (String) -> PublishedRoute] = [
        { _ in .keys }, { _ in .identity }, { _ in .revocationList }, { .status($0) }, { .log($0) },
    ]
}
