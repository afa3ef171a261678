/// Training in minutes; hours and days are derived, so that 3 h + 3 h are a day and nothing is lost to rounding.
public struct TrainingTime: Sendable, Hashable, Comparable {
    public let minutes: Int

    /// Six hours are one day (*hari berkursus*).
    public static let minutesOfDay = 360

    public init(minutes: Int) { self.minutes = max(0, minutes) }

    /// `40`, `7.5`, `7.75`: hours with at most two decimals, never rounded up.
    public var hoursText: String {
        let hundredths = minutes * 100 / 60
        let decimals = Day.padded(hundredths % 100, 2)
        let shown = decimals.hasSuffix("0") ? String(decimals.dropLast()) : decimals
        return shown == "0" ? "\(hundredths / 100)" : "\(hundredths / 100).\(shown)"
    }

    /// `6.7`: days of six hours with one decimal, never rounded up.
    public var daysText: String {
        let tenths = minutes * 10 / Self.minutesOfDay
        return "\(tenths / 10).\(tenths % 10)"
    }

    public static func + (left: Self, right: Self) -> Self { Self(minutes: left.minutes + right.minutes) }

    public static func < (left: Self, right: Self) -> Bool { left.minutes < right.minutes }
}

/// What an officer should reach in a year.
public enum TrainingTarget: Sendable, Hashable {
    /// Seven days until 2021 (Pekeliling Perkhidmatan 6/2005).
    case days(Int)
    /// Forty hours since 2022 (Dasar Pembangunan Sumber Manusia Perkhidmatan Awam 1.0).
    case hours(Int)

    public static func of(year: Int) -> TrainingTarget { year <= 2021 ? .days(7) : .hours(40) }

    public func isReached(by year: TrainingYear) -> Bool {
        switch self {
        case .days(let days): year.days.minutes >= days * TrainingTime.minutesOfDay
        case .hours(let hours): year.hours.minutes >= hours * 60
        }
    }
}
