/// A kind of paper beside certificates, and the values that its template may name.
public struct PaperKind: Sendable, Hashable {
    /// Its folder below `Templates/documents`: `offer-letter`.
    public let name: String
    public let fields: Set<String>
    /// Rows of tables: the fields of each by the list's name.
    public let lists: [String: Set<String>]
    /// Columns that a table repeats, one for each entry: the fields of each by name.
    public let columns: [String: Set<String>]

    init(
        _ name: String, _ fields: [String], lists: [String: Set<String>] = [:], columns: [String: Set<String>] = [:]
    ) {
        self.name = name
        self.fields = Set(fields).union(Self.common)
        self.lists = lists
        self.columns = columns
    }

    /// What every paper has: the letterhead's lines, its own number, when it was made; and the code by which it can be
    /// checked, empty on a paper that has none.
    static let common: Set<String> = [
        "organiserMalay", "organiserCapitals", "organiserEnglish", "address", "contact", "number", "generated",
        "verifyCode",
    ]

    /// What the edges of a page have beside that.
    static let pageFields: Set<String> = common.union(["page", "pages"])
}

extension PaperKind {
    /// Senarai Kehadiran: to be signed before the confirmation, with marks after it.
    public static let attendanceList = PaperKind(
        "attendance-list",
        ["course", "code", "dates", "venue", "count", "minimum", "confirmed", "confirmedBy", "confirmedAt", "digest"],
        lists: [
            "participants": ["position", "name", "myKad", "post", "station", "percent"],
            "totals": ["position", "name", "myKad", "post", "station", "percent"],
        ],
        columns: ["sessions": ["day", "time"]])

    /// Surat Tawaran.
    public static let offerLetter = PaperKind(
        "offer-letter",
        [
            "date", "name", "post", "station", "course", "code", "reference", "dates", "reporting", "venue", "inPerson",
            "online", "days", "hours", "fee", "revenueCode", "paymentDay", "confirmBy", "minimum", "contacts",
            "supervisor", "signatory", "signatoryPost", "signature", "onBehalfOf", "slogan", "secondSlogan", "moved",
            "verifyAt",
        ])

    /// Slip Pengesahan Kehadiran.
    public static let attendanceSlip = PaperKind(
        "attendance-slip",
        [
            "name", "post", "station", "reference", "course", "code", "dates", "venue", "attending", "vehicle", "plate",
            "lodging", "meal", "diet", "reason", "letter", "replacement", "decision", "recordedAt", "freeze",
            "verifyAt",
        ])

    /// Slip Pengesahan Resit.
    public static let receiptSlip = PaperKind(
        "receipt-slip",
        [
            "name", "myKad", "course", "code", "receipt", "paidOn", "amount", "method", "verifiedBy", "verifiedAt",
            "verifyAt",
        ])

    public static let all: [PaperKind] = [.attendanceList, .offerLetter, .attendanceSlip, .receiptSlip]
}
