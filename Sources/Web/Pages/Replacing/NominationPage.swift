import Academy
import Desk

/// `/permohonan/{application}/pencalonan`: somebody is named as a replacement, and says yes or no.
struct NominationPage: Page {
    static let template = "nomination"
    var id: String
    var original: String
    var titleMalay: String
    var titleEnglish: String
    var dates: DatePhrase
    var venue: String
    var fee: Sen
    var expires: Instant
    var stage: Stage
    /// The replacement's own, once given.
    var supervisor = ""
    /// The original officer's.
    var sameSupervisor: String
    var clashes: [String] = []
    var name = ""
    var phone = ""
    var email = ""
    var isSame = false
    var isDeclared = false
    var problems: [SupervisorFormPage.Problem] = []
    var refusals: [ApplicationRefusal] = []

    /// How far the nomination has come; the raw value is the key of its sentence.
    enum Stage: String, Sendable, Hashable, CaseIterable {
        case open, supervisor, academy, seated, declined, unsupported, expired, closed
    }

    func title(_ words: Phrases) -> String {
        words.title(words("nomination.heading"), hasProblems: !problems.isEmpty)
    }

    func fields(_ words: Phrases) -> Fields {
        ErrorSummary(
            problems.map { .init(field: $0.field, text: words("apply.problem.\($0.code)")) }
                + refusals.map { .init(field: nil, text: words.refusal($0)) }
        ).fields.adding([
            "courseTitle": words.language == .english && !titleEnglish.isEmpty ? titleEnglish : titleMalay,
            "lead": words("nomination.lead", ["name": original]), "original": original,
            "dates": dates.text(in: words.language), "venue": venue,
            "fee": fee == .zero ? words("offer.noFee") : fee.text, "hasFee": fee != .zero,
            "deadline": words.moment(expires), "isOpen": stage == .open, "isGood": [.academy, .seated].contains(stage),
            "stageText": words(
                "nomination.stage.\(stage.rawValue)", ["name": supervisor.isEmpty ? original : supervisor]),
            "mayDecline": [.supervisor, .academy].contains(stage), "backHref": Route.application(id).path,
            "action": AbsenceRoute.nomination(application: id).path,
            "clash": clashes.isEmpty
                ? false : words("offer.clash", ["courses": clashes.joined(separator: ", ")]) as any Showable,
            "same": sameSupervisor.isEmpty
                ? false : words("nomination.same", ["name": sameSupervisor]) as any Showable,
            "isSame": isSame, "isDeclared": isDeclared,
            "declarationError": error("declaration", words).orAbsent,
            "supervisorFields": [
                field("name", .text, name, words), field("phone", .tel, phone, words),
                field("email", .email, email, words),
            ].map(\.fields),
        ])
    }

    private func error(_ field: String, _ words: Phrases) -> String {
        problems.first { $0.field == field }.map { words("apply.problem.\($0.code)") } ?? ""
    }

    private func field(_ id: String, _ kind: TextField.Kind, _ value: String, _ words: Phrases) -> TextField {
        let error = error(id, words)
        return TextField(
            id: id, label: words("apply.\(id)"), hint: id == "email" ? words("apply.emailHint") : "", value: value,
            kind: kind, errors: error.isEmpty ? [] : [error])
    }

    mutating func keep(_ form: ApplyForCourse.Form, isSame: Bool) {
        (name, phone, email, isDeclared) = (form.name, form.phone, form.email, form.declares)
        self.isSame = isSame
    }
}

extension NominationPage {
    init(_ letter: AnswerNomination.Letter) {
        self.init(
            id: letter.application.text, original: letter.original, titleMalay: letter.course.titleMalay,
            titleEnglish: letter.course.titleEnglish, dates: letter.course.dates, venue: letter.course.venue,
            fee: letter.course.fee, expires: letter.expiresAt, stage: Stage(letter), supervisor: letter.supervisor,
            sameSupervisor: letter.sameSupervisor, clashes: letter.clashes.map(\.titleMalay))
    }
}

extension NominationPage.Stage {
    init(_ letter: AnswerNomination.Letter) {
        switch letter.state {
        case .nominated where letter.isExpired: self = .expired
        case .nominated where letter.acceptedAt == nil: self = .open
        case .nominated: self = letter.supportedAt == nil ? .supervisor : .academy
        case .withdrawn: self = .declined
        case .notSupported: self = .unsupported
        case .lapsed where letter.isExpired: self = .expired
        case .lapsed, .courseCancelled: self = .closed
        default: self = .seated
        }
    }
}
