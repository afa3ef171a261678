/// A day of the academy's calendar: a date without a time zone, in the Gregorian calendar.
///
/// A course is held on days, not at moments; a `Day` is never converted between zones.
public struct Day: Sendable, Hashable, Comparable {
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31.
    public let day: Int

    /// Fails when there is no such day, for example 29 February 2025.
    ///
    /// Years run from 1 to 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2025-03-09`; anything else, also a day that does not exist, fails.
    public init?(iso text: String) {
        let date: (Int, Int, Int)? = FixedDigits.read(text) { digits in
            guard digits.count == 10, digits.holds("-", at: 4), digits.holds("-", at: 7),
                let year = digits.number(0..<4),
                let month = digits.number(5..<7), let day = digits.number(8..<10)
            else { return nil }
            return (year, month, day)
        }
        guard let (year, month, day) = date else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day that lies `number` days after 1 January 1970.
    public init(daysSinceEpoch number: Int) {
        // Howard Hinnant's civil-from-days, with March as the first month of the year.
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    public var daysSinceEpoch: Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// `2025-03-09`.
    public var iso: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))" }

    /// 0 for Sunday (Ahad) to 6 for Saturday (Sabtu).
    public var weekday: Int { ((daysSinceEpoch + 4) % 7 + 7) % 7 }

    public func adding(days: Int) -> Day { Day(daysSinceEpoch: daysSinceEpoch + days) }

    public static func < (left: Day, right: Day) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}

extension Day: CustomStringConvertible {
    public var description: String { iso }
}
