import HTTPTypes

/// Where officers answer for their seats, and what the house reads of it.
///
/// | Address | Methods | Who | What |
/// |---|---|---|---|
/// | `/permohonan/{application}/kehadiran` | GET POST | its officer; the course's coordinators, administrators for them | Pengesahan Kehadiran |
/// | `/pentadbir/kursus/{course}/logistik` | GET | its coordinators, administrators, auditors | Senarai Logistik; `?paparan=` |
/// | `/pentadbir/kursus/{course}/logistik.csv` | GET | the same | the list as a table |
enum SeatRoute: RouteArea {
    case answer(application: String)
    case logistics(course: String)
    case logisticsTable(course: String)

    var pattern: String {
        switch self {
        case .answer: "/permohonan/{application}/kehadiran"
        case .logistics: "/pentadbir/kursus/{course}/logistik"
        case .logisticsTable: "/pentadbir/kursus/{course}/logistik.csv"
        }
    }

    var methods: [HTTPRequest.Method] {
        switch self {
        case .answer: [.get, .post]
        case .logistics, .logisticsTable: [.get]
        }
    }

    var value: String? {
        switch self {
        case .answer(let value), .logistics(let value), .logisticsTable(let value): value
        }
    }

    static var makers: [@Sendable (String) -> SeatRoute] {
        [{ .answer(application: $0) }, { .logistics(course: $0) }, { .logisticsTable(course: $0) }]
    }
}
