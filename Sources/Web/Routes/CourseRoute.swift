import HTTPTypes

/// The addresses of course administration.
///
/// | Address | Methods | Who | What |
/// |---|---|---|---|
/// | `/pentadbir/kursus-baharu` | GET POST | coordinators, administrators | a new course |
/// | `/pentadbir/kursus/{course}/maklumat` | GET POST | its coordinators, administrators | what a course says |
enum CourseRoute: RouteArea {
    case create
    case edit(course: String)

    var pattern: String {
        switch self {
        case .create: "/pentadbir/kursus-baharu"
        case .edit: "/pentadbir/kursus/{course}/maklumat"
        }
    }

    var methods: [HTTPRequest.Method] { [.get, .post] }

    var value: String? {
        switch self {
        case .create: nil
        case .edit(let course): course
        }
    }

    static let makers: [@Sendable (String) -> CourseRoute] = [{ _ in .create }, { .edit(course: $0) }]
}
