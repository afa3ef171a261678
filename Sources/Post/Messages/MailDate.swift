import Academy

/// A moment as mail has it (RFC 5322, 3.3), in the academy's zone: `Tue, 24 Nov 2026 11:40:05 +0800`.
enum MailDate {
    static func text(_ moment: Instant) -> String {
        let day = moment.day
        let local = moment.milliseconds + 8 * 3_600_000
        let seconds = Int(((local % 86_400_000 + 86_400_000) % 86_400_000) / 1000)
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { ($0 < 10 ? "0" : "") + String($0) }
        let date = "\(weekdays[day.weekday]), \(day.day) \(months[day.month - 1]) \(day.year)"
        return "\(date) \(time.joined(separator: ":")) +0800"
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
