import HTTPTypes
import Hummingbird

/// *Tidak Hadir* and what follows from it: replacements, their answers, and the coordinator's decision.
///
/// | Address | Methods | Who | What |
/// |---|---|---|---|
/// | `/permohonan/{application}/tidak-hadir` | GET POST | its officer | Tidak Hadir: form and search, then what is to be checked |
/// | `/permohonan/{application}/tidak-hadir/hantar` | POST | its officer | sends what was checked |
/// | `/permohonan/{application}/pengganti` | GET POST | its officer, the course's coordinators | names another replacement; `?cari=` searches |
/// | `/permohonan/{application}/pencalonan` | GET POST | who is named | Terima or Tolak |
/// | `/permohonan/{application}/hantar-semula` | POST | its officer, the course's coordinators | mails the supervisor's link once more |
/// | `/pentadbir/kursus/{course}/pelepasan` | GET POST | its coordinators, administrators; auditors look | requests not to attend, and decisions |
enum AbsenceRoute: RouteArea {
    case form(application: String)
    case send(application: String)
    case replacement(application: String)
    case nomination(application: String)
    case remind(application: String)
    case releases(course: String)

    var pattern: String {
        switch self {
        case .form: "/permohonan/{application}/tidak-hadir"
        case .send: "/permohonan/{application}/tidak-hadir/hantar"
        case .replacement: "/permohonan/{application}/pengganti"
        case .nomination: "/permohonan/{application}/pencalonan"
        case .remind: "/permohonan/{application}/hantar-semula"
        case .releases: "/pentadbir/kursus/{course}/pelepasan"
        }
    }

    var methods: [HTTPRequest.Method] {
        switch self {
        case .form, .replacement, .nomination, .releases: [.get, .post]
        case .send, .remind: [.post]
        }
    }

    var value: String? {
        switch self {
        case .form(let value), .send(let value), .replacement(let value), .nomination(let value),
            .remind(let value), .releases(let value):
            value
        }
    }

    static let makers: [@Sendable (String) -> Self] = [
        { .form(application: $0) }, { .send(application: $0) }, { .replacement(application: $0) },
        { .nomination(application: $0) }, { .remind(application: $0) }, { .releases(course: $0) },
    ]

    /// The path as links have it.
    var path: String { Route.absence(self).path }
}
