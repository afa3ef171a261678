import HTTPTypes

/// Addresses of documents that are made when they are asked for; `?bahasa=` chooses their language.
///
/// POST gives a paper out under its code, and leads to its file.
///
/// | Address | Methods | Who | What |
/// |---|---|---|---|
/// | `/permohonan/{application}/surat-tawaran.pdf` | GET, POST | its officer, the course's staff | Surat Tawaran |
/// | `/permohonan/{application}/slip.pdf` | GET, POST | the same | Slip Pengesahan Kehadiran |
/// | `/pentadbir/kursus/{course}/senarai-kehadiran.pdf` | GET | the course's staff | Senarai Kehadiran |
/// | `/yuran/{course}/slip-resit.pdf` | GET, POST | officers | Slip Pengesahan Resit of the own receipt |
/// | `/kewangan/resit/{receipt}/slip.pdf` | GET, POST | finance, auditors | the same of any receipt |
enum PaperRoute: RouteArea {
    case offerLetter(application: String)
    case attendanceSlip(application: String)
    case attendanceList(course: String)
    case receiptSlip(course: String)
    case reviewedReceiptSlip(receipt: String)

    var pattern: String {
        switch self {
        case .offerLetter: "/permohonan/{application}/surat-tawaran.pdf"
        case .attendanceSlip: "/permohonan/{application}/slip.pdf"
        case .attendanceList: "/pentadbir/kursus/{course}/senarai-kehadiran.pdf"
        case .receiptSlip: "/yuran/{course}/slip-resit.pdf"
        case .reviewedReceiptSlip: "/kewangan/resit/{receipt}/slip.pdf"
        }
    }

    /// Whether it goes out under a code, which somebody must have asked for: GET never changes state.
    var isGiven: Bool {
        switch self {
        case .offerLetter, .attendanceSlip, .receiptSlip, .reviewedReceiptSlip: true
        case .attendanceList: false
        }
    }

    var methods: [HTTPRequest.Method] { isGiven ? [.get, .post] : [.get] }

    /// The page that offers it.
    var page: Route {
        switch self {
        case .offerLetter(let id), .attendanceSlip(let id): .application(id)
        case .attendanceList(let course): .attendance(course: course)
        case .receiptSlip: .fees
        case .reviewedReceiptSlip(let id): .receipt(id)
        }
    }

    var value: String? {
        switch self {
        case .offerLetter(let value), .attendanceSlip(let value), .attendanceList(let value), .receiptSlip(let value),
            .reviewedReceiptSlip(let value):
            value
        }
    }

    static let makers: [@Sendable (String) -> PaperRoute] = [
        { .offerLetter(application: $0) }, { .attendanceSlip(application: $0) }, { .attendanceList(course: $0) },
        { .receiptSlip(course: $0) },
        { .reviewedReceiptSlip(receipt: $0) },
    ]

    /// Key of its name in the texts.
    var name: String {
        switch self {
        case .offerLetter: "offerLetter"
        case .attendanceSlip: "attendanceSlip"
        case .attendanceList: "attendanceList"
        case .receiptSlip, .reviewedReceiptSlip: "receiptSlip"
        }
    }
}
