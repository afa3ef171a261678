import Academy
import Desk

/// Whose turn it is, as Jejak Permohonan says it.
struct AwaitedLine: Sendable, Hashable {
    var party: Awaited.Party
    var name: String
    var until: Instant?

    func text(_ words: Phrases) -> String {
        let key = party == .coordinator && name.isEmpty ? "coordinatorUnnamed" : party.rawValue
        let text = words("awaited.\(key)", ["name": name])
        return until.map { "\(text), \(words("awaited.until", ["moment": words.moment($0)]))" } ?? text
    }
}

extension ApplicationPage {
    /// What the page shows of *Tidak Hadir* and of a nomination.
    func absence(_ words: Phrases) -> Fields {
        let isAnswerable = isOwn && row.state == .nominated
        let mayNameAnother =
            isOwn && row.state == .releaseRequested && releases.first.map { !$0.hasOpenNominee } ?? false
        return [
            "replaces": replaces.isEmpty
                ? false : words("awaited.nominated", ["name": replaces]) as any Showable,
            "nominationHref": isAnswerable
                ? AbsenceRoute.nomination(application: row.id).path as any Showable : false,
            "absenceHref": mayAskRelease ? AbsenceRoute.form(application: row.id).path as any Showable : false,
            "anotherHref": mayNameAnother
                ? AbsenceRoute.replacement(application: row.id).path as any Showable : false,
            "remindAction": mayRemind ? AbsenceRoute.remind(application: row.id).path as any Showable : false,
            "releases": releases.map { $0.fields(words) },
        ]
    }
}

extension ReleaseBlock {
    fileprivate var hasOpenNominee: Bool {
        nominees.contains { [.nominee, .supervisor, .academy].contains($0.stage) }
    }
}

extension ApplicationPage.Step {
    /// Events that say more than the state in which they leave the application.
    private static let told: Set<ApplicationEvent> = [
        .requestRelease, .nameReplacement, .acceptReplacement, .grantRelease, .refuseRelease, .nominate,
        .acceptNomination, .declineNomination, .takeSeat, .closeNomination,
    ]
    private static let toldOfNominations: Set<ApplicationEvent> = [.supervisorSupports, .supervisorDeclines, .lapse]

    /// What happened, in words.
    func text(_ words: Phrases) -> String {
        let text: String
        switch event {
        case let event? where Self.told.contains(event) || from == .nominated && Self.toldOfNominations.contains(event):
            text = words("step.\(event.rawValue)")
        // The supervisor was asked once more; nothing has moved.
        case nil where from == state: text = words("step.support_requested_again")
        default: text = words("state.\(state.rawValue)")
        }
        return about.isEmpty ? text : words("step.about", ["step": text, "name": about])
    }
}
