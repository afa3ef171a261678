import Academy
import Attestation
import Desk

/// `/v/{code}` of a letter or slip: whether it stands, and what to compare with it while it does.
struct CheckPaperPage: Page {
    static let template = "check-paper"
    var paper: OfficialPaper
    var standing: PaperStanding
    var number: String
    var code: PublicCode
    /// Nil unless it stands.
    var face: PaperFace?
    /// When it was given out; nil unless it stands.
    var issuedAt: Instant?
    /// The address that people should see in their browser.
    var host: String
    var checkedAt: Instant

    func title(_ words: Phrases) -> String { "\(words("checkPaper.\(standing.key).word")): \(number)" }

    func fields(_ words: Phrases) -> Fields {
        [
            "verdict": standing.verdict.rawValue, "kind": paper.name(in: words.language), "number": number,
            "verdictWord": words("checkPaper.\(standing.key).word"),
            "sentence": words("checkPaper.\(standing.key).sentence"), "codeText": code.grouped,
            "face": face.map { fields(of: $0, words) }.orAbsent, "isOver": face == nil, "host": host,
            "sureAddress": words("check.sure.address"),
            "advice": face == nil ? words("checkPaper.\(standing.key).advice") : "",
            "checkedText": words("check.checked", ["moment": words.moment(checkedAt)]),
        ]
    }

    private func fields(of face: PaperFace, _ words: Phrases) -> Fields {
        let isMalay = words.language == .malay
        return [
            "holder": face.holder, "courseMalay": face.courseMalay, "courseEnglish": face.courseEnglish.orAbsent,
            "dates": (isMalay ? face.datesMalay : face.datesEnglish).orAbsent,
            "dated": isMalay ? face.datedMalay : face.datedEnglish,
            "issued": issuedAt.map { words.moment($0) }.orAbsent,
        ]
    }
}

extension PaperStanding {
    /// Beginning of its texts' keys.
    var key: String {
        switch self {
        case .valid: "valid"
        case .superseded: "superseded"
        case .withdrawn: "revoked"
        }
    }
}
