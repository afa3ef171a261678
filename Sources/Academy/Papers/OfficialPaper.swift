/// A paper that the academy gives out under a code, so that whoever is shown it can ask whether it stands.
///
/// A list that stays with the course has no code.
public enum OfficialPaper: String, Sendable, Hashable, CaseIterable {
    case offerLetter = "offer-letter"
    case attendanceSlip = "attendance-slip"
    case receiptSlip = "receipt-slip"

    public func name(in language: Language) -> String {
        switch (self, language) {
        case (.offerLetter, .malay): "Surat Tawaran"
        case (.offerLetter, .english): "Offer Letter"
        case (.attendanceSlip, .malay): "Slip Pengesahan Kehadiran"
        case (.attendanceSlip, .english): "Attendance Confirmation Slip"
        case (.receiptSlip, .malay): "Slip Pengesahan Resit"
        case (.receiptSlip, .english): "Receipt Verification Slip"
        }
    }
}
