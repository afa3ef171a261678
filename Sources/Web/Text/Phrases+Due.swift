import Academy

extension Phrases {
    /// `Selewat-lewatnya 3 Disember 2026 · 8 hari lagi`: a day until whose end something can be done.
    func due(_ day: Day, today: Day) -> String {
        "\(self("due.by", ["day": self.day(day)])) · \(left(until: day, today: today))"
    }

    /// `hari ini`, `esok`, `8 hari lagi`, `lewat 2 hari`.
    func left(until day: Day, today: Day) -> String {
        let days = day.daysSinceEpoch - today.daysSinceEpoch
        switch days {
        case 0: return self("due.today")
        case 1: return self("due.tomorrow")
        case ..<0: return self("due.late", ["n": number(-days)])
        default: return self("due.days", ["n": number(days)])
        }
    }
}

extension Day {
    /// How near a last day is, as a colour.
    func dueClass(today: Day) -> String {
        let days = daysSinceEpoch - today.daysSinceEpoch
        if days < 0 { return "due-late" }
        return days <= 3 ? "due-soon" : "due-far"
    }
}
