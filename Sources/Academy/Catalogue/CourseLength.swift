/// *Kategori tempoh*: short up to three months, medium up to twelve, long beyond, weekends and holidays included
/// (Pekeliling Perkhidmatan 6/2005).
public enum CourseLength: String, Sendable, Hashable, CaseIterable {
    case short, medium, long

    /// Both days belong to the course: 1 January to 31 March are three months.
    public init(first: Day, last: Day) {
        let after = last.adding(days: 1)
        if after <= first.adding(months: 3) {
            self = .short
        } else {
            self = after <= first.adding(months: 12) ? .medium : .long
        }
    }
}

extension Day {
    /// The same day of a later month, or that month's last day where it has no such day.
    public func adding(months: Int) -> Day {
        let count = year * 12 + month - 1 + months
        let (year, month) = (count / 12, count % 12 + 1)
        let last = Day.length(ofMonth: month, year: year)
        return Day(year: year, month: month, day: min(day, last)) ?? self
    }
}
