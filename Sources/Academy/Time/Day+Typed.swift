extension Day {
    /// Reads what a date field sends (`2026-03-09`) and what people type (`9/3/2026`, `9.3.2026`, `9-3-2026`).
    ///
    /// The day stands first, as it is written in Malaysia.
    public init?(typed text: String) {
        let text = text.filter { !$0.isWhitespace }
        if let day = Day(iso: text) {
            self = day
            return
        }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "." || $0 == "-" }
            .map { $0.utf8.count <= 4 ? Int($0) : nil }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2], year > 1999 else {
            return nil
        }
        self.init(year: year, month: month, day: day)
    }
}

extension TimeOfDay {
    /// Reads what a time field sends (`08:30`) and what people type (`8.30`, `8:30`); 24 hours, since nobody said pagi or
    /// petang.
    public init?(typed text: String) {
        let parts = text.filter { !$0.isWhitespace }
            .split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2 else { return nil }
        let hour = parts[0].utf8.count == 1 ? "0\(parts[0])" : String(parts[0])
        self.init(iso: "\(hour):\(parts[1])")
    }
}
