/// What the coordinator's list says of one participant at one session.
public enum AttendanceMark: String, Sendable, Hashable, CaseIterable {
    case present
    /// Late, but within what the course tolerates: counts as attended.
    case late
    case absent
    case excused

    public var isAttended: Bool { self == .present || self == .late }
}
