import HTTPTypes

/// The waiting list of a course, and the answer to a seat that became free.
///
/// | Address | Methods | Who | What |
/// |---|---|---|---|
/// | `/pentadbir/kursus/{course}/senarai-menunggu` | GET | its coordinators, administrators, auditors | Senarai menunggu |
/// | `/pentadbir/kursus/{course}/senarai-menunggu/keutamaan` | POST | its coordinators, administrators | moves somebody |
/// | `/pentadbir/kursus/{course}/senarai-menunggu/tawar` | POST | the same | offers a seat by hand |
/// | `/permohonan/{application}/tawaran` | GET POST | its officer | Tawaran tempat, and its acceptance |
/// | `/permohonan/{application}/tawaran/tolak` | POST | its officer | gives the seat to the next |
enum WaitingRoute: RouteArea {
    case list(course: String)
    case prioritise(course: String)
    case promote(course: String)
    case offer(application: String)
    case decline(application: String)

    var pattern: String {
        switch self {
        case .list: "/pentadbir/kursus/{course}/senarai-menunggu"
        case .prioritise: "/pentadbir/kursus/{course}/senarai-menunggu/keutamaan"
        case .promote: "/pentadbir/kursus/{course}/senarai-menunggu/tawar"
        case .offer: "/permohonan/{application}/tawaran"
        case .decline: "/permohonan/{application}/tawaran/tolak"
        }
    }

    var methods: [HTTPRequest.Method] {
        switch self {
        case .list: [.get]
        case .offer: [.get, .post]
        case .prioritise, .promote, .decline: [.post]
        }
    }

    var value: String? {
        switch self {
        case .list(let id), .prioritise(let id), .promote(let id), .offer(let id), .decline(let id): id
        }
    }

    static let makers: [@Sendable (String) -> WaitingRoute] = [
        { .list(course: $0) }, { .prioritise(course: $0) }, { .promote(course: $0) }, { .offer(application: $0) },
        { .decline(application: $0) },
    ]
}
