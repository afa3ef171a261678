import Academy
import Attestation

/// `/v/{code}` of a letter or slip: whether it stands, and what to compare with it while it does.
struct CheckPaperPage: Page {
    static let template = "check-paper"
    var paper: OfficialPaper
    var standing: PaperStanding
    var number: String
    var code: PublicCode
    /// Nil unless it stands.
    var face: Face?
    /// The address that people should see in their browser.
    var host: String
    var checkedAt: Instant

    struct Face: Sendable, Hashable {
        var holder: String
        var courseMalay: String
        /// Empty when the course has only a Malay title.
        var courseEnglish: String
        /// Empty on a paper that says no dates of its course.
        var datesMalay: String
        var datesEnglish: String
        var datedMalay: String
        var datedEnglish: String
        var issuedAt: Instant
    }

    func title(_ words: Phrases) -> String { "\(words("checkPaper.\(standing.key).word")): \(number)" }

    func fields(_ words: Phrases) -> Fields {
        [
            "verdict": standing.verdict.rawValue, "kind": paper.name(in: words.language), "number": number,
            "verdictWord": words("checkPaper.\(standing.key).word"),
            "sentence": words("checkPaper.\(standing.key).sentence"), "codeText": code.grouped,
            "face": face.map { $0.fields(words) }.orAbsent, "isOver": face == nil, "host": host,
            "sureAddress": words("check.sure.address"),
            "advice": face == nil ? words("checkPaper.\(standing.key).advice") : "",
            "checkedText": words("check.checked", ["moment": words.moment(checkedAt)]),
        ]
    }
}

extension CheckPaperPage.Face {
    fileprivate func fields(_ words: Phrases) -> Fields {
        let isMalay = words.language == .malay
        return [
            "holder": holder, "courseMalay": courseMalay, "courseEnglish": courseEnglish.orAbsent,
            "dates": (isMalay ? datesMalay : datesEnglish).orAbsent, "dated": isMalay ? datedMalay : datedEnglish,
            "issued": words.moment(issuedAt),
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

    /// Which of the verdicts' looks it has.
    fileprivate var verdict: CheckVerdict {
        switch self {
        case .valid: .valid
        case .superseded: .superseded
        case .withdrawn: .revoked
        }
    }
}
