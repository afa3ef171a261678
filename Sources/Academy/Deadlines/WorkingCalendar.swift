/// Which days the offices of a state work: its weekend, which has changed over the years, and its public holidays.
///
/// Holidays are data and come from outside; the weekend rules are written here, since they are few and law.
public struct WorkingCalendar: Sendable, Hashable {
    public let state: ServiceState
    /// Public holidays of that state, also those that fall on a weekend.
    public let holidays: Set<Day>

    public init(state: ServiceState, holidays: Set<Day>) {
        self.state = state
        self.holidays = holidays
    }

    public func isWeekend(_ day: Day) -> Bool { Weekend.of(state, on: day).contains(day.weekday) }

    public func isWorkingDay(_ day: Day) -> Bool { !isWeekend(day) && !holidays.contains(day) }

    /// The day by which `count` working days have gone by, the first of them being the one after `start`.
    ///
    /// Five working days from a Monday without holidays end on the next Monday. Zero gives `start` itself, on whatever
    /// day it falls; a calendar without a working day in ten years gives what those ten years reach.
    public func day(_ count: Int, workingDaysAfter start: Day) -> Day {
        var day = start
        var left = count
        var fuse = 3660
        while left > 0, fuse > 0 {
            day = day.adding(days: 1)
            fuse -= 1
            if isWorkingDay(day) { left -= 1 }
        }
        return day
    }

    /// Working days after `start`, up to and with `end`; 0 when `end` is not after `start`.
    public func workingDays(after start: Day, through end: Day) -> Int {
        guard end > start else { return 0 }
        return (start.daysSinceEpoch + 1...end.daysSinceEpoch)
            .count { isWorkingDay(Day(daysSinceEpoch: $0)) }
    }
}

/// The two days of rest of a state, as ``Day/weekday`` numbers them.
public enum Weekend: Sendable, Hashable, CaseIterable {
    case fridaySaturday, saturdaySunday

    public func contains(_ weekday: Int) -> Bool {
        switch self {
        case .fridaySaturday: weekday == 5 || weekday == 6
        case .saturdaySunday: weekday == 6 || weekday == 0
        }
    }

    /// The weekend of that state on that day.
    ///
    /// Kedah, Kelantan and Terengganu rest on Friday and Saturday; so did Johor from 2014 to 2024. Everywhere else, and
    /// in Johor since 1 January 2025, it is Saturday and Sunday.
    public static func of(_ state: ServiceState, on day: Day) -> Weekend {
        switch state {
        case .kedah, .kelantan, .terengganu: .fridaySaturday
        case .johor: (2014...2024).contains(day.year) ? .fridaySaturday : .saturdaySunday
        case .melaka, .negeriSembilan, .pahang, .pulauPinang, .perak, .perlis, .selangor, .sabah, .sarawak,
            .kualaLumpur, .labuan, .putrajaya, .headquarters:
            .saturdaySunday
        }
    }
}
