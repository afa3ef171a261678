import Academy
import Desk

/// `/permohonan/{application}/tawaran`: a seat that became free, with the form of *Hadir* and the way to decline.
struct SeatOfferPage: Page {
    static let template = "seat-offer"
    var id: String
    var course: CourseHead
    var reference: String
    /// nil once the seat is no longer offered.
    var expires: Instant?
    /// Courses of the officer's with a session at the same hour, in the reader's language.
    var clashes: [String] = []
    var typed = AnswerOffer.Form()
    /// Fields of the form that are wrong.
    var wrong: [FieldProblem] = []
    /// Why the answer was not taken.
    var refusals: [ApplicationRefusal] = []

    func title(_ words: Phrases) -> String {
        words.title(words("seatOffer.heading"), hasProblems: !wrong.isEmpty || !refusals.isEmpty)
    }

    func fields(_ words: Phrases) -> Fields {
        let inputs = inputs(words)
        return course.fields(words).adding(ErrorSummary(of: inputs).fields).adding([
            "plateField": inputs[0].fields, "dietField": inputs[1].fields, "hasNoVehicle": typed.hasNoVehicle,
            "needsLodging": typed.needsLodging,
            "title": words("seatOffer.heading"), "reference": reference.orAbsent,
            "backHref": Route.application(id).path, "isOpen": expires != nil,
            "until": words("seatOffer.until", ["moment": expires.map { words.moment($0) } ?? ""]),
            "clash": clashes.isEmpty
                ? false
                : words("seatOffer.clash", ["courses": clashes.joined(separator: ", ")]) as any Showable,
            "action": Route.waiting(.offer(application: id)).path,
            "declineAction": Route.waiting(.decline(application: id)).path,
            "wasRefused": !refusals.isEmpty, "reasons": refusals.map { words.refusal($0) },
        ])
    }

    private func inputs(_ words: Phrases) -> [TextField] {
        [
            TextField(
                id: "plate", label: words("seatOffer.plate"), hint: words("seatOffer.plateHint"), value: typed.plate,
                longest: 40, isRequired: false, errors: errors(at: "plate", words)),
            TextField(
                id: "diet", label: words("seatOffer.diet"), value: typed.diet, longest: 400, isRequired: false,
                errors: errors(at: "diet", words)),
        ]
    }

    private func errors(at field: String, _ words: Phrases) -> [String] {
        wrong.filter { $0.field == field }.map { words("seatOffer.problem.\($0.field)") }
    }
}
