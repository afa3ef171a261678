/// The attendance list of one course: what was marked for each participant at each session, and what follows from it.
public struct AttendanceSheet: Sendable, Hashable {
    /// Those that were held or are to be held, in order of time; a cancelled one counts for nobody.
    public let sessions: [Session]
    /// Share of hours, in percent, that a participant must attend.
    public let minimum: Int
    /// Everybody on the list, also those without a mark.
    public let marks: [Officer.ID: [Session.ID: AttendanceMark]]
    private let excusedCount: Bool

    /// - Parameter excusedCount: an excused session stays in the sum that must be attended, unless the course says
    ///   otherwise.
    public init(
        sessions: [Session], minimum: Int, marks: [Officer.ID: [Session.ID: AttendanceMark]],
        excusedCount: Bool = true
    ) {
        self.sessions = sessions.filter { !$0.isCancelled }
        self.minimum = minimum
        self.marks = marks
        self.excusedCount = excusedCount
    }

    public func tally(of officer: Officer.ID) -> AttendanceTally {
        AttendanceTally(sessions: sessions, marks: marks[officer] ?? [:], excusedCount: excusedCount)
    }

    public func outcome(of officer: Officer.ID) -> CourseOutcome { tally(of: officer).outcome(minimum: minimum) }

    /// The sessions at which nothing is marked for somebody, in order of time.
    public func blanks(of officer: Officer.ID) -> [Session] {
        sessions.filter { marks[officer]?[$0.id] == nil }
    }

    /// When the last session ends: a list of days, not a range, so that gaps between them do not matter.
    public var end: Instant? { sessions.map(\.endsAt).max() }

    /// Why the list cannot be confirmed at `moment`; nil when it can.
    public func obstacle(at moment: Instant) -> Obstacle? {
        guard let end, !marks.isEmpty else { return .nothingToConfirm }
        if moment < end { return .notOver(until: end) }
        let unmarked = marks.keys.filter { !blanks(of: $0).isEmpty }
        return unmarked.isEmpty ? nil : .blanks(unmarked.sorted())
    }

    public enum Obstacle: Sendable, Hashable {
        /// No participant, or no session that was held.
        case nothingToConfirm
        /// The last session has not ended.
        case notOver(until: Instant)
        /// These have sessions without a mark; see ``AttendanceSheet/blanks(of:)``.
        case blanks([Officer.ID])
    }
}

extension Session {
    /// Minutes before the start from which marks are taken.
    public static let marksOpenBefore: Int64 = 15

    public var endsAt: Instant { Instant(day, at: end) }

    /// Marks are taken from fifteen minutes before the start: nobody is present at what has not begun.
    public func takesMarks(at moment: Instant) -> Bool {
        moment >= Instant(day, at: start).adding(seconds: -60 * Self.marksOpenBefore)
    }
}
