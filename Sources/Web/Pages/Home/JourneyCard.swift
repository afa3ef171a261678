import Academy
import Attestation
import Desk
import Eligibility

/// One course of an officer's on the dashboard: five steps, and the one next thing.
struct JourneyCard: Sendable, Hashable {
    var course: Course
    var application: String?
    var state: ApplicationState?
    var supervisor: String
    var reason: String
    var rejection: RejectionReason?
    /// Always five.
    var steps: [JourneyStep]
    /// Three, or none before there is a seat.
    var conditions: [ConditionLine]
    var certificate: OwnCertificatesPage.Certificate?
    var next: JourneyDeed
    var isActive: Bool
    var firstDay: Day?
    var lastDay: Day?

    struct Course: Sendable, Hashable {
        var id: String
        var code: String
        var titleMalay: String
        var titleEnglish: String
        var dates: DatePhrase
        var venue: String

        func title(_ words: Phrases) -> String {
            words.language == .english && !titleEnglish.isEmpty ? titleEnglish : titleMalay
        }
    }

    func fields(_ words: Phrases, today: Day) -> Fields {
        let deadline = next.isOwed || isActive ? present?.deadline : nil
        return [
            "id": "kursus-\(course.id)", "title": course.title(words),
            "titleHref": details.path, "code": course.code, "dates": course.dates.text(in: words.language),
            "venue": course.venue, "tag": tag(words).text, "tagClass": tag(words).kind,
            "now": now(words, today: today), "isOwed": next.isOwed, "reason": reasonText(words).orAbsent,
            "due": (deadline.map { words.due($0, today: today) }).orAbsent,
            "dueClass": deadline.map { $0.dueClass(today: today) } ?? "",
            "linkHref": next == .collectCertificate ? false : target.path as any Showable,
            "formAction": next == .collectCertificate ? target.path as any Showable : false,
            "isDownload": next == .downloadCertificate, "isQuiet": !next.isOwed && next != .downloadCertificate,
            "deed": words("journey.deed.\(next.rawValue)"),
            "steps": steps.enumerated().map { stepFields($0.element, number: $0.offset + 1, words, today: today) },
        ]
    }

    private var present: JourneyStep? {
        steps.first { $0.standing == .current || $0.standing == .stopped } ?? steps.last
    }

    private var obstacles: [Obstacle] { conditions.compactMap(\.obstacle) }

    /// Where everything about it stands.
    private var details: Route { application.map { .application($0) } ?? .ownCertificates }

    private var target: Route {
        switch next {
        case .finishApplication: application.map { .supervisorForm(application: $0) } ?? details
        case .sendEvaluation: .evaluation(course: course.id)
        case .uploadReceipt, .uploadReceiptAgain: .receiptForm(course: course.id)
        case .collectCertificate: .issueOwn(course: course.id)
        case .downloadCertificate: certificate.map { .download(certificate: $0.id) } ?? details
        case .applyAgain: .offer(course: course.id)
        case .answerOffer: application.map { .waiting(.offer(application: $0)) } ?? details
        case .answerNomination: application.map { .absence(.nomination(application: $0)) } ?? details
        case .confirmAttendance: application.map { .seat(.answer(application: $0)) } ?? details
        case .look: conditions.isEmpty || isBeforeEnd ? details : .ownCertificates
        }
    }

    private var isBeforeEnd: Bool { state.map { $0 != .completed && certificate == nil } ?? false && isActive }

    private func tag(_ words: Phrases) -> (text: String, kind: String) {
        if certificate != nil || conditions.first?.obstacle == nil && !conditions.isEmpty || !isActive && state == nil {
            let tag = CertificateTag(status: certificate?.status, obstacles: obstacles)
            return (tag.text(words), tag.tagClass)
        }
        let shown = state ?? .approved
        return (words.status(shown), shown.tagClass)
    }

    /// One sentence: where it stands.
    private func now(_ words: Phrases, today: Day) -> String {
        switch next {
        case .finishApplication, .answerOffer, .answerNomination, .confirmAttendance, .collectCertificate,
            .downloadCertificate:
            return words("journey.now.\(next.rawValue)")
        case .sendEvaluation, .uploadReceipt, .uploadReceiptAgain:
            return (obstacles.first { $0.actor == .officer }).map { words("obstacle.\($0.rawValue)") } ?? ""
        case .applyAgain, .look: break
        }
        if let certificate { return words("own.foot.\(certificate.status.rawValue)") }
        if let closed = obstacles.first(where: { $0.actor == .nobody }) { return words("obstacle.\(closed.rawValue)") }
        return waiting(words, today: today)
    }

    /// Nothing is the officer's to do.
    private func waiting(_ words: Phrases, today: Day) -> String {
        switch state {
        case .submitted?: return words("journey.now.submitted", ["name": supervisor])
        case .supervisorSupported?, .supported?, .waiting?, .releaseRequested?:
            return words("journey.now.\(state?.rawValue ?? "")")
        case .some(let state) where !state.countsTowardsCap: return words("state.\(state.rawValue)")
        default: break
        }
        if let firstDay, today < firstDay {
            return words(
                "journey.now.before", ["day": words.day(firstDay), "left": words.left(until: firstDay, today: today)])
        }
        if let lastDay, today <= lastDay { return words("journey.now.during", ["day": words.day(lastDay)]) }
        return obstacles.first.map { words("obstacle.\($0.rawValue)") } ?? words("journey.now.after")
    }

    private func reasonText(_ words: Phrases) -> String? {
        if let rejection { return words("rejection.\(rejection.rawValue)") }
        return reason.isEmpty ? nil : reason
    }

    private func stepFields(_ step: JourneyStep, number: Int, _ words: Phrases, today: Day) -> Fields {
        let isPresent = step.standing == .current
        return [
            "name": words("journey.step.\(step.kind.rawValue)"), "class": "step-\(step.standing.rawValue)",
            "number": number, "isCurrent": isPresent, "icon": Self.icon(step.standing),
            "standing": words("journey.standing.\(step.standing.rawValue)"),
            "awaits": isPresent ? (step.awaits.map { words("journey.awaits.\($0.rawValue)") }).orAbsent : false,
            "awaitsClass": step.awaits == .you ? "tag-blue" : "tag-amber",
            "since": sinceText(step, words).orAbsent,
            "conditions": step.kind == .course && step.standing != .ahead
                ? conditions.map { $0.fields(words, isOwn: false) } : [],
        ]
    }

    private func sinceText(_ step: JourneyStep, _ words: Phrases) -> String? {
        guard let since = step.since, step.standing != .ahead else { return nil }
        return words(step.standing == .current ? "condition.since" : "condition.metOn", ["day": words.day(of: since)])
    }

    private static func icon(_ standing: JourneyStep.Standing) -> String {
        switch standing {
        case .done: "tick"
        case .current: "clock"
        case .ahead: "ring"
        case .stopped: "cross"
        }
    }
}
