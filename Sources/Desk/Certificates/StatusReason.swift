public import Academy
import Eligibility

/// Why a certificate is not valid, as it is stored, and as people read it.
///
/// Stored are stable codes, so that both languages can say them; an older text of somebody's own is told as it is.
enum StatusReason {
    /// Before the code of the condition that was withdrawn.
    static let withdrawn = "condition_withdrawn:"
    private static let separator: Character = "+"

    /// All that is told in words of the academy's own, as it is stored.
    static var fixed: [String] {
        CertificateReason.allCases.map(\.rawValue) + Condition.allCases.map { withdrawn + $0.rawValue }
    }

    /// Several corrections at once are told one after the other.
    static func stored(_ reasons: [CertificateReason]) -> String {
        reasons.map(\.rawValue).joined(separator: String(separator))
    }

    static func text(of stored: String, in language: Language) -> String {
        if stored.hasPrefix(withdrawn) {
            return withdrawal(Condition(rawValue: String(stored.dropFirst(withdrawn.count))), language)
        }
        if stored == CertificateHold.reason { return withdrawal(.attendance, language) }
        let parts = stored.split(separator: separator).map { CertificateReason(rawValue: String($0)) }
        let known = parts.compactMap(\.self)
        guard !parts.isEmpty, known.count == parts.count else { return stored }
        return known.map { $0.text(in: language) }.joined(separator: " ")
    }

    private static func withdrawal(_ condition: Condition?, _ language: Language) -> String {
        switch (condition, language) {
        case (.attendance?, .malay): "Pengesahan kehadiran ditarik balik untuk disemak semula."
        case (.attendance?, .english): "The confirmation of attendance was withdrawn for another look."
        case (.fee?, .malay): "Pengesahan resit yuran ditarik balik untuk disemak semula."
        case (.fee?, .english): "The verification of the fee receipt was withdrawn for another look."
        case (_, .malay): "Satu syarat sijil sedang disemak semula."
        case (_, .english): "A condition of the certificate is being looked at again."
        }
    }
}

extension CertificateReason {
    /// As the public check says it.
    public func text(in language: Language) -> String {
        switch (self, language) {
        case (.factsReviewed, .malay): "Fakta sijil ini sedang disemak semula."
        case (.factsReviewed, .english): "The facts of this certificate are being looked at again."
        case (.complaintExamined, .malay): "Aduan tentang sijil ini sedang disiasat."
        case (.complaintExamined, .english): "A complaint about this certificate is being examined."
        case (.issuedInError, .malay): "Sijil ini tersilap dikeluarkan."
        case (.issuedInError, .english): "This certificate was issued in error."
        case (.factsUntrue, .malay): "Fakta yang mendasari sijil ini didapati tidak benar."
        case (.factsUntrue, .english): "The facts behind this certificate were found to be untrue."
        case (.misused, .malay): "Sijil ini telah disalahgunakan."
        case (.misused, .english): "This certificate was misused."
        case (.nameCorrected, .malay): "Nama pada sijil ini dibetulkan."
        case (.nameCorrected, .english): "The name on this certificate was corrected."
        case (.titleCorrected, .malay): "Tajuk kursus pada sijil ini dibetulkan."
        case (.titleCorrected, .english): "The course title on this certificate was corrected."
        case (.datesCorrected, .malay): "Tarikh kursus pada sijil ini dibetulkan."
        case (.datesCorrected, .english): "The course dates on this certificate were corrected."
        case (.detailsCorrected, .malay): "Butiran lain pada sijil ini dibetulkan."
        case (.detailsCorrected, .english): "Other details on this certificate were corrected."
        }
    }
}
