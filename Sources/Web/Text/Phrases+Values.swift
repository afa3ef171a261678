import Academy

extension Phrases {
    /// `9 Mac 2026`.
    func day(_ day: Day) -> String { DatePhrase.full(day, language) }

    /// The academy's day at a moment.
    func day(of moment: Instant) -> String { day(moment.day) }

    /// `9 Mac 2026, 8.30 pagi`.
    func moment(_ moment: Instant) -> String { "\(day(of: moment)), \(moment.timeOfDay.text(in: language))" }

    /// `1,234`: both languages group thousands with a comma.
    func number(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(",") }
            grouped.append(digit)
        }
        return (number < 0 ? "−" : "") + grouped
    }

    /// `35 saat`, `2 minit 5 saat`.
    func duration(seconds: Int) -> String {
        let (minutes, rest) = max(0, seconds).quotientAndRemainder(dividingBy: 60)
        if minutes == 0 { return self("duration.seconds", ["n": number(rest)]) }
        if rest == 0 { return self("duration.minutes", ["n": number(minutes)]) }
        return self("duration.both", ["m": number(minutes), "s": number(rest)])
    }
}
