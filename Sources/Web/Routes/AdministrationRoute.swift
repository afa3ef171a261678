import Academy
import HTTPTypes
import Hummingbird

/// Accounts, letters and the audit.
///
/// | Address | Methods | Who | What |
/// |---|---|---|---|
/// | `/pentadbir/pengguna` | GET | administrators | accounts; `?cari=` searches, `?selepas=` pages |
/// | `/pentadbir/pengguna/baharu` | GET POST | administrators | an account for staff of the academy |
/// | `/pentadbir/pengguna/{account}` | GET POST | administrators | one account and the deeds on it, each confirmed |
/// | `/pentadbir/peti-keluar` | GET | administrators | letters; `?keadaan=` filters, `?selepas=` pages |
/// | `/pentadbir/peti-keluar/{letter}` | GET POST | administrators | one letter: its words, resend, its link |
/// | `/pentadbir/audit` | GET | everybody, each what they may see | the audit, filtered |
/// | `/pentadbir/audit.csv` | GET | the same | the same as a table |
/// | `/pentadbir/kursus/{course}/permohonan.csv` | GET | the course's staff, auditors | its applications |
/// | `/pentadbir/kursus/{course}/peserta.csv` | GET | the same | its participants, their conditions and certificates |
enum AdministrationRoute: RouteArea {
    case users
    case newUser
    case user(String)
    case letters
    case letter(String)
    case audit
    case auditTable
    case applicationsTable(course: String)
    case participantsTable(course: String)

    var pattern: String {
        switch self {
        case .users: "/pentadbir/pengguna"
        case .newUser: "/pentadbir/pengguna/baharu"
        case .user: "/pentadbir/pengguna/{account}"
        case .letters: "/pentadbir/peti-keluar"
        case .letter: "/pentadbir/peti-keluar/{letter}"
        case .audit: "/pentadbir/audit"
        case .auditTable: "/pentadbir/audit.csv"
        case .applicationsTable: "/pentadbir/kursus/{course}/permohonan.csv"
        case .participantsTable: "/pentadbir/kursus/{course}/peserta.csv"
        }
    }

    var methods: [HTTPRequest.Method] {
        switch self {
        case .newUser, .user, .letter: [.get, .post]
        default: [.get]
        }
    }

    var value: String? {
        switch self {
        case .user(let value), .letter(let value), .applicationsTable(let value), .participantsTable(let value): value
        default: nil
        }
    }

    static let makers: [@Sendable (String) -> AdministrationRoute] = [
        { _ in .users }, { _ in .newUser }, { .user($0) }, { _ in .letters }, { .letter($0) }, { _ in .audit },
        { _ in .auditTable }, { .applicationsTable(course: $0) }, { .participantsTable(course: $0) },
    ]

    /// Leads a request to the one that answers it.
    func answer(
        _ method: HTTPRequest.Method, _ request: Request, _ context: WebContext, _ site: Site
    ) async throws -> Response {
        switch self {
        case .users: try await site.users.list(context)
        case .newUser where method == .post: try await site.users.add(request, context)
        case .newUser: try await site.users.form(context)
        case .user(let id) where method == .post: try await site.users.change(.init(id), request, context)
        case .user(let id): try await site.users.show(.init(id), context)
        case .letters: try await site.letters.list(context)
        case .letter(let id) where method == .post: try await site.letters.act(id, request, context)
        case .letter(let id): try await site.letters.show(id, context)
        case .audit: try await site.audit.show(context)
        case .auditTable: try await site.audit.table(context)
        case .applicationsTable(let course): try await site.audit.applications(of: .init(course), context)
        case .participantsTable(let course): try await site.audit.participants(of: .init(course), context)
        }
    }
}
