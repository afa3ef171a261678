import Academy
import Attestation

/// `/v/{code}`: what the academy says of a certificate.
///
/// Nothing personal beyond what is printed on it.
struct CheckPage: Page {
    static let template = "check"
    var verdict: CheckVerdict
    /// As it was asked for; grouped when it is a code.
    var code: String
    var face: Face?
    var since: Instant?
    /// Why it is suspended, revoked or superseded; empty when that is not told.
    var reason = ""
    /// The certificate that replaces a superseded one.
    var successor: PublicCode?
    /// The address that people should see in their browser.
    var host: String
    var checkedAt: Instant
    /// What was asked for is no code at all.
    var isMalformed = false

    /// What is printed on the certificate, without the MyKad number.
    struct Face: Sendable, Hashable {
        var holder: String
        var courseMalay: String
        /// Empty when the course has only a Malay title.
        var courseEnglish: String
        var datesMalay: String
        var datesEnglish: String
        var venue: String
        var serial: String
        var issuedMalay: String
        var issuedEnglish: String
        var issuerMalay: String
        var issuerEnglish: String
        var code: PublicCode
        /// Which entry of the academy's log, from 0; nil for a certificate from before the log.
        var logIndex: Int?
    }

    func title(_ words: Phrases) -> String {
        let word = words("verdict.\(verdict.rawValue).word")
        return face.map { "\(word): \($0.serial)" } ?? "\(word): \(words("check.kind"))"
    }

    func fields(_ words: Phrases) -> Fields { fields(words, CheckSlots(self, words)) }
}

extension CheckPage {
    /// - Parameter slots: what differs between two certificates of one shape; the rest comes of the shape alone.
    func fields(_ words: Phrases, _ slots: CheckSlots) -> Fields {
        let told = since != nil || !reason.isEmpty || successor != nil
        let own: Fields = [
            "verdict": verdict.rawValue, "verdictWord": words("verdict.\(verdict.rawValue).word"),
            "sentence": words("verdict.\(verdict.rawValue).sentence"),
            "reason": verdict != .valid && told ? reasonFields(words, slots) as any Showable : false,
            "face": face.map { faceFields($0, words, slots) }.orAbsent, "isUnknown": verdict == .unknown,
            "unknownText": words(isMalformed ? "check.unknown.malformed" : "check.unknown.text", ["code": code]),
            "codeText": slots[.check], "host": slots[.host], "sureAddress": words("check.sure.address"),
            "checkedText": slots[.checked],
        ]
        return own.adding(
            CodeForm(value: verdict == .unknown ? code : "").fields(words))
    }

    private func reasonFields(_ words: Phrases, _ slots: CheckSlots) -> Fields {
        [
            "sinceLabel": words("verdict.\(verdict.rawValue).since"),
            "sinceText": since.map { _ in slots[.since] }.orAbsent,
            "reasonText": reason.isEmpty ? false : slots[.reason] as any Showable,
            "successor": successor.map { _ in
                Fields(["code": slots[.successorCode], "href": slots[.successorPath]])
            }.orAbsent,
        ]
    }

    private func faceFields(_ face: Face, _ words: Phrases, _ slots: CheckSlots) -> Fields {
        [
            "faceHeading": words(verdict == .revoked || verdict == .superseded ? "check.faceWas" : "check.face"),
            "holder": slots[.holder], "courseMalay": slots[.courseMalay],
            "courseEnglish": face.courseEnglish.isEmpty ? false : slots[.courseEnglish] as any Showable,
            "dates": slots[.dates], "datesMalay": slots[.datesMalay], "venue": slots[.venue], "serial": slots[.serial],
            "issued": slots[.issued],
            "issuer": slots[.issuer], "code": slots[.code],
            "log": face.logIndex.map { _ in Fields(["entry": slots[.logEntry], "href": slots[.proofPath]]) }.orAbsent,
        ]
    }
}

extension CheckPage {
    /// What the register can say of a code; the other verdicts are about what is signed.
    static let verdicts: [CheckVerdict] = [.valid, .suspended, .revoked, .superseded, .unknown]
}
