/// How much of a course a participant attended, in whole minutes; nothing is rounded before it is compared.
public struct AttendanceTally: Sendable, Hashable {
    public let attended: Int
    public let total: Int
    /// A mandatory session was missed, whatever the share.
    public let missedMandatory: Bool
    /// A session was excused; an officer with nothing but excuses is not absent without reason.
    public let hasExcuse: Bool

    /// - Parameter excusedCount: true when an excused session stays in the sum that must be attended.
    public init(sessions: [Session], marks: [Session.ID: AttendanceMark], excusedCount: Bool) {
        let held = sessions.filter { !$0.isCancelled }
        let counted = held.filter { excusedCount || marks[$0.id] != .excused }
        attended = counted.filter { marks[$0.id]?.isAttended == true }.reduce(0) { $0 + $1.minutes }
        total = counted.reduce(0) { $0 + $1.minutes }
        missedMandatory = counted.contains { $0.isMandatory && marks[$0.id]?.isAttended != true }
        hasExcuse = held.contains { marks[$0.id] == .excused }
    }

    /// The minutes as they were stored.
    public init(attended: Int, total: Int) {
        self.attended = attended
        self.total = total
        missedMandatory = false
        hasExcuse = false
    }

    /// Whether `minimum` percent were attended: 79.99 % are not 80 %.
    public func reaches(minimum: Int) -> Bool { total > 0 && !missedMandatory && 100 * attended >= minimum * total }

    /// Whole percent, rounded down, so that what is shown never promises more than the rule gives.
    public var percent: Int { total > 0 ? 100 * attended / total : 0 }

    /// Minutes still missing to reach `minimum` percent.
    public func missing(to minimum: Int) -> Int { max(0, (minimum * total + 99) / 100 - attended) }

    /// What the coordinator's confirmation makes of this participation.
    public func outcome(minimum: Int) -> CourseOutcome {
        if reaches(minimum: minimum) { return .completed }
        return attended == 0 && !hasExcuse ? .absent : .insufficient
    }
}
