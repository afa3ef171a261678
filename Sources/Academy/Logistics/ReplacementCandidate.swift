/// An officer who might take another's seat, with what decides it.
///
/// The list shows only candidates without an obstacle, and the same rule is applied again when the seat moves.
public struct ReplacementCandidate: Sendable, Hashable {
    public var officer: Officer.ID
    /// The one whose seat it is.
    public var original: Officer.ID
    public var isActive: Bool
    /// Grade, scheme and prerequisites of the course.
    public var meetsCourseRules: Bool
    /// On this course: applied, waiting, approved or nominated by somebody; final states do not count.
    public var hasLiveApplication: Bool
    /// Any application on this course that a fresh one may not follow: replaced, released, attended, absent.
    public var hasClosedApplication: Bool
    /// Holds a seat on another course that has a session at the same time.
    public var hasClash: Bool
    /// The supervisor who supported the original.
    public var isSupervisor: Bool
    /// Whose seats led to the original's, oldest first: when A was replaced by B and B now asks, it is A.
    public var chain: [Officer.ID]

    public init(
        officer: Officer.ID, original: Officer.ID, isActive: Bool, meetsCourseRules: Bool, hasLiveApplication: Bool,
        hasClosedApplication: Bool, hasClash: Bool, isSupervisor: Bool, chain: [Officer.ID]
    ) {
        self.officer = officer
        self.original = original
        self.isActive = isActive
        self.meetsCourseRules = meetsCourseRules
        self.hasLiveApplication = hasLiveApplication
        self.hasClosedApplication = hasClosedApplication
        self.hasClash = hasClash
        self.isSupervisor = isSupervisor
        self.chain = chain
    }

    /// Everything that stands in the way; empty for an eligible replacement.
    public var obstacles: [Obstacle] {
        Obstacle.allCases.filter { stands($0) }
    }

    private func stands(_ obstacle: Obstacle) -> Bool {
        switch obstacle {
        case .isOriginal: officer == original
        case .wasInChain: chain.contains(officer)
        case .inactive: !isActive
        case .notEligible: !meetsCourseRules
        case .onThisCourse: hasLiveApplication
        case .tookPartBefore: hasClosedApplication
        case .dateClash: hasClash
        case .isSupervisor: isSupervisor
        }
    }

    /// Why an officer cannot be the replacement; the raw value is stable.
    public enum Obstacle: String, Sendable, Hashable, CaseIterable {
        case isOriginal = "is_original"
        /// Naming one who was replaced on the same seat would make a circle.
        case wasInChain = "was_in_chain"
        case inactive
        case notEligible = "not_eligible"
        case onThisCourse = "on_this_course"
        case tookPartBefore = "took_part_before"
        case dateClash = "date_clash"
        case isSupervisor = "is_supervisor"
    }
}
