/// The days of a course as people write them: `9 – 11 Mac 2025`, `3, 5 dan 10 Mac 2025`.
///
/// The days are a list, not a range: a phrase never claims a day on which nothing was held.
public struct DatePhrase: Sendable, Hashable {
    /// Sorted, without repetition.
    public let days: [Day]

    public init(_ days: some Sequence<Day>) {
        let days = Array(days)
        // Sessions are read in order, at most a few a day.
        let isInOrder = zip(days, days.dropFirst()).allSatisfy { $0 < $1 }
        self.days = isInOrder ? days : Set(days).sorted()
    }

    /// Empty when there are no days.
    public func text(in language: Language) -> String {
        guard let first = days.first, let last = days.last else { return "" }
        if first == last { return Self.full(first, language) }
        return isConsecutive ? range(first, last, language) : list(language)
    }

    /// `Isnin, 9 Jun 2025`.
    public static func withWeekday(_ day: Day, in language: Language) -> String {
        "\(DayNames.weekday(day.weekday, in: language)), \(full(day, language))"
    }

    /// `9 Mac 2025`.
    public static func full(_ day: Day, _ language: Language) -> String {
        "\(day.day) \(DayNames.month(day.month, in: language)) \(day.year)"
    }

    /// `9 Mac 2025, 8.30 pagi`, in the academy's zone.
    public static func moment(_ moment: Instant, _ language: Language) -> String {
        "\(full(moment.day, language)), \(moment.timeOfDay.text(in: language))"
    }

    /// `9 Ogo`: for columns, where the year stands elsewhere.
    public static func short(_ day: Day, _ language: Language) -> String {
        "\(day.day) \(DayNames.month(day.month, in: language).prefix(3))"
    }

    private var isConsecutive: Bool {
        zip(days, days.dropFirst()).allSatisfy { $0.daysSinceEpoch + 1 == $1.daysSinceEpoch }
    }

    private func range(_ first: Day, _ last: Day, _ language: Language) -> String {
        if first.year != last.year { return "\(Self.full(first, language)) – \(Self.full(last, language))" }
        if first.month != last.month {
            return "\(first.day) \(DayNames.month(first.month, in: language)) – \(Self.full(last, language))"
        }
        return "\(first.day) – \(Self.full(last, language))"
    }

    /// Days that share a month share its name; months that share a year share its number.
    private func list(_ language: Language) -> String {
        var parts: [String] = []
        for (index, day) in days.enumerated() {
            let next = index + 1 < days.count ? days[index + 1] : nil
            if let next, next.year == day.year, next.month == day.month {
                parts.append("\(day.day)")
            } else if let next, next.year == day.year {
                parts.append("\(day.day) \(DayNames.month(day.month, in: language))")
            } else {
                parts.append(Self.full(day, language))
            }
        }
        let and = language == .malay ? "dan" : "and"
        return "\(parts.dropLast().joined(separator: ", ")) \(and) \(parts[parts.count - 1])"
    }
}
