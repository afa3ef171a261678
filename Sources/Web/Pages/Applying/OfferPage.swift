import Academy

/// `/katalog/{course}`: Maklumat Kursus.
struct OfferPage: Page {
    static let template = "offer"
    var id: String
    var code: String
    var titleMalay: String
    var titleEnglish: String
    /// Label's key and text, in order; those without a text are left out.
    var facts: [Fact]
    var sessions: [Session]
    var talks: [Talk]
    var clashes: [String]
    /// The reader's live application.
    var application: String?
    var refusals: [ApplicationRefusal]
    /// Whom the course is for.
    var grades = GradeRange.any
    /// The reader is an officer, for whom the button is.
    var isOfficer: Bool

    struct Fact: Sendable, Hashable {
        var label: String
        var malay: String
        var english: String
    }

    struct Talk: Sendable, Hashable {
        var speaker: String
        var topic: String
    }

    func title(_ words: Phrases) -> String { courseTitle(words) }

    private func courseTitle(_ words: Phrases) -> String {
        words.language == .english && !titleEnglish.isEmpty ? titleEnglish : titleMalay
    }

    func fields(_ words: Phrases) -> Fields {
        let mayApply = isOfficer && refusals.isEmpty && application == nil
        return [
            "courseTitle": courseTitle(words), "code": code, "catalogueHref": Route.catalogue.path,
            "facts": facts.filter { !$0.malay.isEmpty }.map { fact -> Fields in
                [
                    "label": words("offer.\(fact.label)"),
                    "text": words.language == .english && !fact.english.isEmpty ? fact.english : fact.malay,
                ]
            },
            "sessions": sessions.filter { !$0.isCancelled }.map { session -> Fields in
                [
                    "day": DatePhrase.withWeekday(session.day, in: words.language),
                    "time": "\(session.start.text(in: words.language)) – \(session.end.text(in: words.language))",
                ]
            },
            "hasTalks": !talks.isEmpty,
            "talks": talks.map { talk -> Fields in ["speaker": talk.speaker, "topic": talk.topic] },
            "clash": clashes.isEmpty
                ? false : words("offer.clash", ["courses": clashes.joined(separator: ", ")]) as any Showable,
            "applyAction": mayApply ? Route.apply(course: id).path as any Showable : false,
            "applicationHref": application.map { Route.application($0).path }.orAbsent,
            "isBlocked": isOfficer && !refusals.isEmpty && application == nil,
            "reasons": application == nil ? refusals.map { reason($0, words) } : [String](),
        ]
    }

    private func reason(_ refusal: ApplicationRefusal, _ words: Phrases) -> String {
        guard refusal == .notEligible, grades != .any else { return words.refusal(refusal) }
        return words("offer.otherGrades", ["grades": words.grades(grades)])
    }
}

extension Phrases {
    /// `5 hingga 9`; empty for all grades.
    func grades(_ range: GradeRange) -> String {
        switch (range.lowest, range.highest) {
        case (nil, nil): ""
        case (let lowest?, nil): self("offer.gradesFrom", ["from": number(lowest)])
        case (nil, let highest?): self("offer.gradesTo", ["to": number(highest)])
        case (let lowest?, let highest?):
            lowest == highest
                ? number(lowest) : self("offer.gradesBetween", ["from": number(lowest), "to": number(highest)])
        }
    }

    /// Why something cannot be done.
    func refusal(_ refusal: ApplicationRefusal) -> String {
        let key = "refusal.\(refusal.rawValue)"
        let text = self(key)
        return text == key ? self("refusal.other") : text
    }
}
