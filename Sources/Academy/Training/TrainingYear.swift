/// What an officer attended in one calendar year, as *Penyata latihan* counts it.
public struct TrainingYear: Sendable, Hashable {
    public let year: Int
    /// Every minute attended, less what a cap cuts off.
    public let hours: TrainingTime
    /// The same, but no calendar day of one activity counts more than one: 7.5 hours are one full day.
    public let days: TrainingTime

    /// Splits activities into years; every session counts in its own, so a course over New Year is in two.
    ///
    /// - Returns: In order of time, only years in which something was attended.
    public static func years(of activities: [TrainingActivity], caps: TrainingCaps = .none) -> [TrainingYear] {
        let years = Set(activities.flatMap { $0.attended.map(\.day.year) })
        return years.sorted().map { TrainingYear($0, activities, caps) }
    }

    private init(_ year: Int, _ activities: [TrainingActivity], _ caps: TrainingCaps) {
        self.year = year
        let parts = activities.map { (isShort: $0.isShort, days: $0.minutes(in: year)) }
        func sum(_ isShort: Bool, _ count: (Int) -> Int) -> Int {
            parts.filter { $0.isShort == isShort }.flatMap(\.days).reduce(0) { $0 + count($1) }
        }
        let limit = caps.shortActivities?.minutes ?? .max
        hours = TrainingTime(minutes: sum(false) { $0 } + min(limit, sum(true) { $0 }))
        let oneDay: (Int) -> Int = { min($0, TrainingTime.minutesOfDay) }
        days = TrainingTime(minutes: sum(false, oneDay) + min(limit, sum(true, oneDay)))
    }
}

/// One course that an officer attended, session by session.
public struct TrainingActivity: Sendable, Hashable {
    public let attended: [Attendance]

    public init(attended: [Attendance]) { self.attended = attended }

    /// Sessions attended of one course: present or late, none that was cancelled.
    public init(course: Course, marks: [Session.ID: AttendanceMark]) {
        attended = course.sessions
            .filter { !$0.isCancelled && marks[$0.id]?.isAttended == true }
            .map { Attendance(day: $0.day, minutes: $0.minutes) }
    }

    /// A sum alone, for courses of which no sessions were marked: given to the sessions in order of time.
    public init(course: Course, minutes: Int) {
        var left = max(0, minutes)
        attended = course.sessions.filter { !$0.isCancelled }.compactMap { session in
            let part = min(left, session.minutes)
            left -= part
            return part > 0 ? Attendance(day: session.day, minutes: part) : nil
        }
    }

    public struct Attendance: Sendable, Hashable {
        public let day: Day
        public let minutes: Int

        public init(day: Day, minutes: Int) {
            self.day = day
            self.minutes = max(0, minutes)
        }
    }

    /// Less than a day altogether: a *sesi pembelajaran*, which accumulates with others.
    var isShort: Bool { attended.reduce(0) { $0 + $1.minutes } < TrainingTime.minutesOfDay }

    /// Minutes of each calendar day of that year.
    func minutes(in year: Int) -> [Int] {
        var days: [Day: Int] = [:]
        for attendance in attended where attendance.day.year == year {
            days[attendance.day, default: 0] += attendance.minutes
        }
        return Array(days.values)
    }
}

/// How much of a kind of activity counts in a year; ministries differ, so nothing is capped by default.
public struct TrainingCaps: Sendable, Hashable {
    /// Activities of less than six hours; five days (30 hours) where the rule is applied.
    public var shortActivities: TrainingTime?

    public init(shortActivities: TrainingTime?) { self.shortActivities = shortActivities }

    public static let none = TrainingCaps(shortActivities: nil)
}
