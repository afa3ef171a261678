/// The workflow of an application as a pure function: state, event, who, and circumstances give a move or a refusal.
///
/// Whoever carries a move out writes it, one audit row, its notices and its effects in the transaction in which the
/// circumstances were read.
public enum ApplicationWorkflow {
    /// - Parameter state: nil before there is an application.
    /// - Returns: A repeated event whose result is already there is ``ApplicationOutcome/unchanged(_:)``, never a second
    ///   move; refusals are told all at once, save that nobody learns more than they may know.
    public static func move(
        from state: ApplicationState?, on event: ApplicationEvent, by standing: Standing,
        in circumstances: ApplicationCircumstances
    ) -> ApplicationOutcome {
        guard let rule = ApplicationRule.of(event) else { return .refused([.wrongState]) }
        let manner: ApplicationManner
        switch rule.manner(of: standing) {
        case .success(let permitted): manner = permitted
        case .failure(let refusal): return .refused([refusal])
        }
        let attempt = ApplicationAttempt(
            event: event, state: state, standing: standing, manner: manner, circumstances: circumstances)
        if let state, attempt.isDone(rule) { return .unchanged(state) }
        guard rule.from.contains(state) else { return .refused([attempt.refusalOutsideOfItsStates]) }
        let refusals = attempt.refusals(rule)
        guard refusals.isEmpty else { return .refused(refusals) }
        return .moved(attempt.transition)
    }

    /// What stands in the way of an event right now; empty when nothing does.
    ///
    /// Pages disable a button with these reasons before anything was typed, so that whatever only the form brings counts
    /// as brought when `request` in the circumstances is filled in accordingly.
    public static func refusals(
        from state: ApplicationState?, on event: ApplicationEvent, by standing: Standing,
        in circumstances: ApplicationCircumstances
    ) -> [ApplicationRefusal] {
        guard case .refused(let refusals) = move(from: state, on: event, by: standing, in: circumstances) else {
            return []
        }
        return refusals
    }
}

/// The workflow's answer.
public enum ApplicationOutcome: Sendable, Hashable {
    case moved(ApplicationTransition)
    /// The event had already had its effect; nothing is written and nobody is told again.
    case unchanged(ApplicationState)
    /// Never empty.
    case refused([ApplicationRefusal])

    /// The state after it; nil when it was refused.
    public var state: ApplicationState? {
        switch self {
        case .moved(let transition): transition.to
        case .unchanged(let state): state
        case .refused: nil
        }
    }
}

/// One step of an application: what the audit row says, who is told, and what else is done in the same transaction.
public struct ApplicationTransition: Sendable, Hashable {
    public let event: ApplicationEvent
    /// Nil when the application began with it.
    public let from: ApplicationState?
    public let to: ApplicationState
    public let manner: ApplicationManner
    public let notices: [Notice]
    /// In the order in which they are carried out.
    public let effects: [ApplicationEffect]

    /// Who gets the notice; a supervisor never hears of a draft.
    public func recipients(of notice: Notice) -> Set<Notice.Recipient> {
        from == .draft && to != .submitted ? notice.recipients.subtracting([.supervisor]) : notice.recipients
    }
}

extension ApplicationAttempt {
    /// Whether the event has already had its effect.
    fileprivate func isDone(_ rule: ApplicationRule) -> Bool {
        guard let state else { return false }
        if request.isRepeat, rule.to.contains(state) || rule.from.contains(state) { return true }
        if rule.to.contains(state), !rule.from.contains(state) { return true }
        guard state == .nominated, let nomination = facts.nomination else { return false }
        return event == .acceptNomination && nomination.hasAccepted
            || event == .supervisorSupports && nomination.isSupported
    }

    fileprivate var refusalOutsideOfItsStates: ApplicationRefusal {
        switch (event, state) {
        case (.withdraw, .offered): .offerNeedsAnswer
        case (.withdraw, .approved), (.withdraw, .attending), (.withdraw, .releaseRequested): .seatNeedsRelease
        case (.apply, .some), (.nominate, .some), (.walkIn, .some): .alreadyApplied
        default: .wrongState
        }
    }

    fileprivate func refusals(_ rule: ApplicationRule) -> [ApplicationRefusal] {
        let guards = rule.guards.filter(isStopped)
        let wantsReason = manner == .override && request.reason == nil && !guards.contains(.reasonMissing)
        return wantsReason ? guards + [.reasonMissing] : guards
    }

    fileprivate var transition: ApplicationTransition {
        let to = destination
        return ApplicationTransition(
            event: event, from: state, to: to, manner: manner, notices: notices(to: to), effects: effects(to: to))
    }
}
