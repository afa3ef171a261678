import Academy
import Attestation

/// Writes the face of a certificate from what is known when it is issued.
///
/// After that the face is all that counts.
struct FaceComposer {
    let settings: OfficeSettings

    func face(
        of officer: Officer, on course: Course, signedBy signatories: [CertificateFace.Signatory], serial: Serial,
        code: PublicCode, on day: Day
    ) -> CertificateFace {
        CertificateFace(
            holder: officer.name.text,
            maskedMyKad: settings.showsMaskedMyKad ? officer.myKad.masked : "",
            courseCode: course.code.text,
            courseMalay: course.titleMalay,
            courseEnglish: course.titleEnglish,
            datesMalay: course.dates.text(in: .malay),
            datesEnglish: course.dates.text(in: .english),
            days: course.dates.days.count,
            hours: Self.hours(ofMinutes: course.minutes),
            venue: course.venue,
            organiserMalay: settings.organiserMalay,
            organiserEnglish: settings.organiserEnglish,
            issuedMalay: DatePhrase([day]).text(in: .malay),
            issuedEnglish: DatePhrase([day]).text(in: .english),
            serial: serial.text,
            code: code.grouped,
            host: settings.host,
            signatories: signatories)
    }

    /// `18`, `7.5`: whole hours without decimals, else one decimal, rounded down so that no minute is made up.
    static func hours(ofMinutes minutes: Int) -> String {
        let tenths = minutes * 10 / 60
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
