import HTTPTypes

/// The addresses of course administration.
///
/// | Address | Methods | Who | What |
/// |---|---|---|---|
/// | `/pentadbir/kursus-baharu` | GET POST | coordinators, administrators | a new course |
/// | `/pentadbir/kursus/{course}/maklumat` | GET POST | its coordinators, administrators | what a course says |
/// | `/pentadbir/kursus/{course}/siri-baharu` | GET POST | the same | the same course on other days |
/// | `/pentadbir/kursus/{course}/pinda` | GET POST | the same | other days or another place |
/// | `/pentadbir/kursus/{course}/batal` | GET POST | the same | cancels it; afterwards, who has paid |
/// | `/pentadbir/kursus/{course}/daftar-di-kaunter` | GET POST | the same | a seat for who comes without having applied |
/// | `/permohonan/{application}/kursus.ics` | GET | its officer, with a seat | the course for a calendar |
enum CourseRoute: RouteArea {
    case create
    case edit(course: String)
    case duplicate(course: String)
    case move(course: String)
    case cancel(course: String)
    case walkIn(course: String)
    case calendar(application: String)

    var pattern: String {
        switch self {
        case .create: "/pentadbir/kursus-baharu"
        case .edit: "/pentadbir/kursus/{course}/maklumat"
        case .duplicate: "/pentadbir/kursus/{course}/siri-baharu"
        case .move: "/pentadbir/kursus/{course}/pinda"
        case .cancel: "/pentadbir/kursus/{course}/batal"
        case .walkIn: "/pentadbir/kursus/{course}/daftar-di-kaunter"
        case .calendar: "/permohonan/{application}/kursus.ics"
        }
    }

    var methods: [HTTPRequest.Method] {
        switch self {
        case .create, .edit, .duplicate, .move, .cancel, .walkIn: [.get, .post]
        case .calendar: [.get]
        }
    }

    var value: String? {
        switch self {
        case .create: nil
        case .edit(let id), .duplicate(let id), .move(let id), .cancel(let id), .walkIn(let id),
            .calendar(let id):
            id
        }
    }

    static let makers: [@Sendable (String) -> CourseRoute] = [
        { _ in .create }, { .edit(course: $0) }, { .duplicate(course: $0) }, { .move(course: $0) },
        { .cancel(course: $0) }, { .walkIn(course: $0) }, { .calendar(application: $0) },
    ]
}
