/// A time of day in the academy's zone, to the minute.
public struct TimeOfDay: Sendable, Hashable, Comparable {
    /// 0 to 1439.
    public let minutesSinceMidnight: Int

    public static let midnight = TimeOfDay(unchecked: 0)

    public init?(minutesSinceMidnight minutes: Int) {
        guard (0..<1440).contains(minutes) else { return nil }
        minutesSinceMidnight = minutes
    }

    /// Reads `08:30`.
    public init?(iso text: String) {
        let minutes: Int? = FixedDigits.read(text) { digits in
            guard digits.count == 5, digits.holds(":", at: 2), let hour = digits.number(0..<2),
                let minute = digits.number(3..<5), hour < 24, minute < 60
            else { return nil }
            return hour * 60 + minute
        }
        guard let minutes else { return nil }
        minutesSinceMidnight = minutes
    }

    /// `08:30`.
    public var iso: String { "\(Day.padded(minutesSinceMidnight / 60, 2)):\(Day.padded(minutesSinceMidnight % 60, 2))" }

    /// `8.30 pagi`, `12.00 tengah hari`, `5.00 petang`, `8.00 malam`; in English `8.30 am`.
    ///
    /// A dot, not a colon.
    public func text(in language: Language) -> String {
        let hour = minutesSinceMidnight / 60
        let clock = "\((hour + 11) % 12 + 1).\(Day.padded(minutesSinceMidnight % 60, 2))"
        return switch language {
        case .malay: "\(clock) \(malayPart(ofDay: hour))"
        case .english: minutesSinceMidnight == 720 ? "12.00 noon" : "\(clock) \(hour < 12 ? "am" : "pm")"
        }
    }

    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        left.minutesSinceMidnight < right.minutesSinceMidnight
    }

    private init(unchecked minutes: Int) { minutesSinceMidnight = minutes }

    private func malayPart(ofDay hour: Int) -> String {
        switch hour {
        case 0: "tengah malam"
        case 1..<12: "pagi"
        case 12..<14: "tengah hari"
        case 14..<19: "petang"
        default: "malam"
        }
    }
}
