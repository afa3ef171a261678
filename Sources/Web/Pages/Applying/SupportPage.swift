import Academy

/// `/sokongan/{token}`: what a supervisor is asked, on a telephone and without an account.
struct SupportPage: Page {
    static let template = "support"
    var token: String
    var formToken: String
    var applicant: String
    var post: String
    var station: String
    var titleMalay: String
    var titleEnglish: String
    var dates: DatePhrase
    var venue: String
    var fee: Sen
    var reference: String
    var decideBy: Day
    /// `open`, `supported`, `declined`, `outdated`, `expired` or `ended`.
    var stage: String
    var reason = ""
    /// The words were missing or too short.
    var reasonIsMissing = false
    /// Whose seat it is, where the applicant is named as a replacement.
    var replaces = ""

    func title(_ words: Phrases) -> String { words("support.heading") }

    func fields(_ words: Phrases) -> Fields {
        [
            "applicant": applicant, "post": post, "station": station, "reference": reference,
            "course": words.language == .english && !titleEnglish.isEmpty ? titleEnglish : titleMalay,
            "dates": dates.text(in: words.language), "venue": venue,
            "fee": fee == .zero ? words("offer.noFee") : words("support.feeText", ["fee": fee.text]),
            "deadline": words.day(decideBy), "isOpen": stage == "open", "formToken": formToken,
            "action": Route.support(token: token).path, "reason": reason,
            "reasonError": reasonIsMissing ? words("support.reasonMissing") as any Showable : false,
            "stageText": words("support.stage.\(stage)"), "isSupported": stage == "supported",
            "why": stage == "declined" ? reason.orAbsent : false, "replaces": replaces.orAbsent,
        ]
    }
}
