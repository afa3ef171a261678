extension Instant {
    /// A day and a time of day in the academy's zone (Asia/Kuala_Lumpur, UTC+8 all year).
    public init(_ day: Day, at time: TimeOfDay) {
        let minutes = Int64(day.daysSinceEpoch) * 1440 + Int64(time.minutesSinceMidnight) - 8 * 60
        self.init(milliseconds: minutes * 60_000)
    }

    /// The last millisecond of a day in the academy's zone: a deadline “31 Mac” is kept until 23:59:59 of that day.
    public static func end(of day: Day) -> Instant {
        Instant(milliseconds: Instant(day.adding(days: 1), at: .midnight).milliseconds - 1)
    }

    public func adding(hours: Int) -> Instant { adding(seconds: Int64(hours) * 3600) }

    /// Whether a deadline on that day is over.
    public func isAfter(_ day: Day) -> Bool { self.day > day }
}
