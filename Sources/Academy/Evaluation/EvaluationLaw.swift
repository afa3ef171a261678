/// What can happen to one participant's evaluation; the raw value is stable.
public enum EvaluationEvent: String, Sendable, Hashable, CaseIterable {
    /// The attendance was confirmed.
    case open
    case saveDraft = "save_draft"
    /// Hantar, once.
    case send
    /// Kecuali: by an administrator, with a reason.
    case exempt
}

/// Why nothing was done; the raw value is the stable reason code.
public enum EvaluationRefusal: String, Error, Sendable, Hashable, CaseIterable {
    /// Not open yet, or open no longer.
    case wrongState = "wrong_state"
    /// What was sent cannot be changed.
    case alreadySent = "already_sent"
    /// Who was absent evaluates nothing.
    case didNotAttend = "did_not_attend"
    case incomplete
    case reasonMissing = "reason_missing"
    /// Nobody exempts themselves.
    case ownEvaluation = "own_evaluation"
}

/// How an evaluation moves, as a pure function.
public enum EvaluationLaw {
    /// - Parameters:
    ///   - isComplete: only looked at for `send`.
    ///   - isOwn: the administrator who exempts is the participant.
    public static func move(
        from state: EvaluationState, on event: EvaluationEvent, application: ApplicationState,
        isComplete: Bool = false, reason: ReasonText? = nil, isOwn: Bool = false
    ) -> Result<EvaluationState, EvaluationRefusal> {
        let to = destination(of: event)
        if state == to, event != .saveDraft { return .success(state) }
        if state == .sent { return .failure(.alreadySent) }
        guard origins(of: event).contains(state) else { return .failure(.wrongState) }
        switch event {
        case .open, .saveDraft: return application.mayEvaluate ? .success(to) : .failure(.didNotAttend)
        case .send:
            guard application.mayEvaluate else { return .failure(.didNotAttend) }
            return isComplete ? .success(to) : .failure(.incomplete)
        case .exempt:
            if isOwn { return .failure(.ownEvaluation) }
            return reason == nil ? .failure(.reasonMissing) : .success(to)
        }
    }

    /// Sent after the evaluation day: taken, and flagged; the certificate simply waits.
    public static func isLate(sent: Instant, deadlines: Deadlines) -> Bool { sent.isAfter(deadlines.evaluation) }

    private static func destination(of event: EvaluationEvent) -> EvaluationState {
        switch event {
        case .open: .open
        case .saveDraft: .draft
        case .send: .sent
        case .exempt: .exempt
        }
    }

    private static func origins(of event: EvaluationEvent) -> Set<EvaluationState> {
        switch event {
        case .open: [.notOpen]
        case .saveDraft, .send: [.open, .draft]
        case .exempt: [.notOpen, .open, .draft]
        }
    }
}

extension ApplicationState {
    /// Who completed the course evaluates it; who attended too little may, and counts; who was absent may not.
    public var mayEvaluate: Bool { self == .completed || self == .insufficient }
}
