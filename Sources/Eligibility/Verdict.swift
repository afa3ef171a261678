import Academy

/// Proof that the three conditions held for one officer on one course.
///
/// Only ``Verdict/init(on:)`` makes one, so that nothing which takes an `Entitlement` can be called for a participant
/// who has not earned the certificate. It is not `Codable`: it cannot be read from anywhere, only judged again.
public struct Entitlement: Sendable, Hashable {
    public let candidacy: Candidacy

    fileprivate init(_ candidacy: Candidacy) { self.candidacy = candidacy }
}

/// The gate's answer.
///
/// The page that says "not yet, because …" and the code that refuses both read it.
public enum Verdict: Sendable, Hashable {
    case entitled(Entitlement)
    /// Never empty; at most one obstacle a condition, in the order of ``Condition``.
    case withheld(by: [Obstacle])

    /// Applies the three conditions and names every one that does not hold.
    public init(on candidacy: Candidacy) {
        let facts = candidacy.facts
        let obstacles = [facts.attendanceObstacle, facts.evaluation.obstacle, facts.fee.obstacle].compactMap(\.self)
        self = obstacles.isEmpty ? .entitled(Entitlement(candidacy)) : .withheld(by: obstacles)
    }

    /// Empty for the entitled.
    public var obstacles: [Obstacle] {
        switch self {
        case .entitled: []
        case .withheld(let obstacles): obstacles
        }
    }

    /// What stands in the way of one condition; nil when it holds.
    public func obstacle(to condition: Condition) -> Obstacle? { obstacles.first { $0.condition == condition } }
}

extension CompletionFacts {
    /// A completed course counts only while its attendance is confirmed, and a confirmation only of a completed course.
    fileprivate var attendanceObstacle: Obstacle? {
        switch (attendance, outcome) {
        case (.confirmed, .completed): nil
        case (.confirmed, .insufficient): .attendanceInsufficient
        case (.confirmed, .absent): .absent
        case (.confirmed, .pending), (.recorded, _): .attendanceNotConfirmed
        case (.reopened, _): .attendanceReopened
        case (.notRecorded, _): .attendanceNotRecorded
        }
    }
}

extension EvaluationState {
    fileprivate var obstacle: Obstacle? {
        switch self {
        case .notOpen: .evaluationNotOpen
        case .open: .evaluationNotStarted
        case .draft: .evaluationNotSent
        case .sent, .exempt: nil
        }
    }
}

extension FeeState {
    fileprivate var obstacle: Obstacle? {
        switch self {
        case .unpaid: .feeUnpaid
        case .awaitingReview: .receiptAwaitingReview
        case .rejected: .receiptRejected
        case .refunded: .feeRefunded
        case .notApplicable, .verified, .exempt: nil
        }
    }
}
