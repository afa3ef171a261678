/// A moment, to the millisecond, as the injected clock told it.
public struct Instant: Sendable, Hashable, Comparable {
    /// Since 1 January 1970, 00:00 UTC.
    public let milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Reads RFC 3339 in exactly the form that ``iso`` prints: UTC, three decimals, `Z`.
    public init?(iso text: String) {
        guard let milliseconds = FixedDigits.read(text, Self.milliseconds) else { return nil }
        self.milliseconds = milliseconds
    }

    private static func milliseconds(_ digits: FixedDigits) -> Int64? {
        guard digits.count == 24, digits.holds("-", at: 4), digits.holds("-", at: 7), digits.holds("T", at: 10),
            digits.holds(":", at: 13), digits.holds(":", at: 16), digits.holds(".", at: 19), digits.holds("Z", at: 23),
            let year = digits.number(0..<4), let month = digits.number(5..<7), let number = digits.number(8..<10),
            let day = Day(year: year, month: month, day: number),
            let hour = digits.number(11..<13), let minute = digits.number(14..<16),
            let second = digits.number(17..<19), let rest = digits.number(20..<23),
            hour < 24, minute < 60, second < 60
        else { return nil }
        let seconds = Int64(day.daysSinceEpoch) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        return seconds * 1000 + Int64(rest)
    }

    /// `2026-03-09T01:02:03.004Z`: sorts as text as it does as a moment (years 1 to 9999).
    public var iso: String {
        let (day, rest) = split(offset: 0)
        let seconds = Int(rest / 1000)
        guard 0...9999 ~= day.year else {
            let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { Day.padded($0, 2) }
            return "\(day.iso)T\(time.joined(separator: ":")).\(Day.padded(Int(rest % 1000), 3))Z"
        }
        // Every row has some of them: digits by digits is five times as quick as texts put together.
        return String(unsafeUninitializedCapacity: 24) { text in
            var place = 0
            func put(_ number: Int, _ count: Int, _ end: UInt8) {
                var rest = number
                for digit in (0..<count).reversed() {
                    text[place + digit] = UInt8(48 + rest % 10)
                    rest /= 10
                }
                text[place + count] = end
                place += count + 1
            }
            put(day.year, 4, UInt8(ascii: "-"))
            put(day.month, 2, UInt8(ascii: "-"))
            put(day.day, 2, UInt8(ascii: "T"))
            put(seconds / 3600, 2, UInt8(ascii: ":"))
            put(seconds / 60 % 60, 2, UInt8(ascii: ":"))
            put(seconds % 60, 2, UInt8(ascii: "."))
            put(Int(rest % 1000), 3, UInt8(ascii: "Z"))
            return place
        }
    }

    /// The academy's day (Asia/Kuala_Lumpur, UTC+8 all year) at this moment.
    public var day: Day { split(offset: Self.kualaLumpur).day }

    /// The academy's time of day at this moment, to the minute.
    public var timeOfDay: TimeOfDay {
        TimeOfDay(minutesSinceMidnight: Int(split(offset: Self.kualaLumpur).rest / 60_000)) ?? .midnight
    }

    public func adding(seconds: Int64) -> Instant { Instant(milliseconds: milliseconds + seconds * 1000) }

    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    private static let kualaLumpur: Int64 = 8 * 3_600_000

    private func split(offset: Int64) -> (day: Day, rest: Int64) {
        let local = milliseconds + offset
        let days = local >= 0 ? local / 86_400_000 : (local - 86_399_999) / 86_400_000
        return (Day(daysSinceEpoch: Int(days)), local - days * 86_400_000)
    }
}

extension Instant: CustomStringConvertible {
    public var description: String { iso }
}
