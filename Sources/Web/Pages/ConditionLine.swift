import Academy
import Eligibility

/// One condition of the gate as people read it: met or not, since when, and who must act.
struct ConditionLine: Sendable, Hashable {
    let condition: Condition
    /// Nil when the condition holds.
    let obstacle: Obstacle?
    /// What it holds by: `verified`, `exempt`, `not_applicable` …; not used while an obstacle stands.
    let state: String
    let since: Instant?

    /// - Parameter isOwn: the reader is the officer whose condition it is, so that “officer” becomes “you”.
    func fields(_ words: Phrases, isOwn: Bool) -> Fields {
        [
            "name": words("condition.\(condition.rawValue).name"), "isMet": obstacle == nil, "icon": icon,
            "stateWord": words(obstacle == nil ? "condition.met" : "condition.open"), "text": text(words, isOwn: isOwn),
            "since": sinceText(words).orAbsent,
            "actor": obstacle != nil, "actorText": actorText(words, isOwn: isOwn), "actorClass": actorClass,
        ]
    }

    private func text(_ words: Phrases, isOwn: Bool) -> String {
        if let obstacle { return words(isOwn ? "obstacle.\(obstacle.rawValue)" : "obstacleShort.\(obstacle.rawValue)") }
        return words(isOwn ? "condition.\(condition.rawValue).\(state)" : "short.\(state)")
    }

    /// A course without a fee has none on no particular day.
    private func sinceText(_ words: Phrases) -> String? {
        guard let since, state != "not_applicable" || obstacle != nil else { return nil }
        return words(obstacle == nil ? "condition.metOn" : "condition.since", ["day": words.day(of: since)])
    }

    private var icon: String {
        switch obstacle?.actor {
        case nil: "tick"
        case .nobody: "cross"
        case .officer, .coordinator, .finance: "clock"
        }
    }

    private func actorText(_ words: Phrases, isOwn: Bool) -> String {
        guard let actor = obstacle?.actor else { return "" }
        return actor == .officer && isOwn ? words("actor.you") : words("actor.\(actor.rawValue)")
    }

    private var actorClass: String {
        switch obstacle?.actor {
        case .officer: "tag-blue"
        case .coordinator, .finance: "tag-amber"
        case .nobody: "tag-red"
        case nil: ""
        }
    }
}
