/// Why a certificate was suspended, revoked or replaced, as the public check says it; the raw value is stored.
///
/// What else there is to say of a case, in somebody's own words, stays in the audit.
public enum CertificateReason: String, Sendable, Hashable, CaseIterable {
    /// Fakta sijil sedang disemak semula.
    case factsReviewed = "facts_reviewed"
    /// Aduan sedang disiasat.
    case complaintExamined = "complaint_examined"
    /// Tersilap dikeluarkan.
    case issuedInError = "issued_in_error"
    /// Fakta yang mendasarinya tidak benar.
    case factsUntrue = "facts_untrue"
    /// Disalahgunakan.
    case misused
    /// Pembetulan nama, tajuk atau tarikh.
    case nameCorrected = "name_corrected"
    case titleCorrected = "title_corrected"
    case datesCorrected = "dates_corrected"
    /// Pembetulan lain pada yang tercetak.
    case detailsCorrected = "details_corrected"

    /// What somebody may choose for an event; none where the facts themselves say why.
    public static func choices(for event: CertificateEvent) -> [CertificateReason] {
        switch event {
        case .suspend: [.factsReviewed, .complaintExamined]
        case .revoke: [.issuedInError, .factsUntrue, .misused]
        case .issue, .restore, .correct: []
        }
    }
}
