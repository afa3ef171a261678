import Academy
import Synchronization

/// The value of `Date` (RFC 9110, 5.6.7), in UTC: `Thu, 26 Nov 2026 08:14:05 GMT`; written once a second.
final class HTTPDate: Sendable {
    private struct Written {
        var second: Int64
        var text: String
    }

    private let last = Mutex(Written(second: .min, text: ""))

    func text(at moment: Instant) -> String {
        let second = moment.milliseconds / 1000
        return last.withLock { last in
            if last.second != second { last = Written(second: second, text: Self.spelled(second)) }
            return last.text
        }
    }

    /// - Parameter second: from 1970 on.
    static func spelled(_ second: Int64) -> String {
        let day = Day(daysSinceEpoch: Int(second / 86_400))
        let rest = Int(second % 86_400)
        let time = [rest / 3600, rest / 60 % 60, rest % 60].map { ($0 < 10 ? "0" : "") + String($0) }
        let date = (day.day < 10 ? "0" : "") + "\(day.day) \(months[day.month - 1]) \(day.year)"
        return "\(weekdays[day.weekday]), \(date) \(time.joined(separator: ":")) GMT"
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
