import HTTPTypes

/// Addresses of documents that are made when they are asked for; `?bahasa=` chooses their language.
///
/// | Address | Methods | Who | What |
/// |---|---|---|---|
/// | `/permohonan/{application}/surat-tawaran.pdf` | GET | its officer, the course's staff | Surat Tawaran |
/// | `/permohonan/{application}/slip.pdf` | GET | the same | Slip Pengesahan Kehadiran |
/// | `/pentadbir/kursus/{course}/senarai-kehadiran.pdf` | GET | the course's staff | Senarai Kehadiran |
/// | `/yuran/{course}/slip-resit.pdf` | GET | officers | Slip Pengesahan Resit of the own receipt |
/// | `/kewangan/resit/{receipt}/slip.pdf` | GET | finance, auditors | the same of any receipt |
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

    var methods: [HTTPRequest.Method] { [.get] }

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
