import Academy
import Attestation

/// The answer of the check as JSON: the same facts as the page, in both languages.
struct CheckDocument: Sendable, Encodable {
    let code: String
    let verdict: String
    let checkedAt: String
    /// Absent for a valid certificate and an unknown code.
    let since: String?
    let reason: String?
    let supersededBy: String?
    let certificate: Certificate?

    struct Certificate: Sendable, Encodable {
        let holder: String
        let course: Bilingual
        let dates: Bilingual
        let venue: String
        let serial: String
        let issued: Bilingual
        let issuer: Bilingual
    }

    struct Bilingual: Sendable, Encodable {
        let ms: String
        let en: String
    }

    init(_ page: CheckPage) {
        code = page.code
        verdict = page.verdict.rawValue
        checkedAt = page.checkedAt.iso
        since = page.since?.iso
        reason = page.reason.isEmpty ? nil : page.reason
        supersededBy = page.successor?.grouped
        certificate = page.face.map { face in
            Certificate(
                holder: face.holder,
                course: Bilingual(
                    ms: face.courseMalay, en: face.courseEnglish.isEmpty ? face.courseMalay : face.courseEnglish),
                dates: Bilingual(ms: face.datesMalay, en: face.datesEnglish), venue: face.venue, serial: face.serial,
                issued: Bilingual(ms: face.issuedMalay, en: face.issuedEnglish),
                issuer: Bilingual(ms: face.issuerMalay, en: face.issuerEnglish))
        }
    }

    enum CodingKeys: String, CodingKey {
        case code, verdict, since, reason, certificate
        case checkedAt = "checked_at"
        case supersededBy = "superseded_by"
    }
}
