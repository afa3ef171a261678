/// A moment as records tell it: RFC 3339, UTC, with milliseconds: `2026-05-26T04:00:00.000Z`.
enum RecordedMoment {
    private static let form = Array("dddd-dd-ddTdd:dd:dd.dddZ".utf8)

    /// Since 1970, without the milliseconds; nil for any other form, and for a day that no month has.
    static func seconds(_ text: String) -> Int64? {
        var digits = (0, 0, 0, 0, 0, 0, 0)
        var place = 0
        for byte in text.utf8 {
            guard place < form.count else { return nil }
            if form[place] == UInt8(ascii: "d") {
                guard 48...57 ~= byte else { return nil }
                let digit = Int(byte) - 48
                switch place {
                case ..<4: digits.0 = digits.0 * 10 + digit
                case ..<7: digits.1 = digits.1 * 10 + digit
                case ..<10: digits.2 = digits.2 * 10 + digit
                case ..<13: digits.3 = digits.3 * 10 + digit
                case ..<16: digits.4 = digits.4 * 10 + digit
                case ..<19: digits.5 = digits.5 * 10 + digit
                default: digits.6 = digits.6 * 10 + digit
                }
            } else if byte != form[place] {
                return nil
            }
            place += 1
        }
        let (year, month, day, hour, minute, second, _) = digits
        guard place == form.count, 1...12 ~= month, day >= 1, day <= length(of: month, year), hour < 24, minute < 60,
            second < 60
        else { return nil }
        return Int64(((days(year, month, day) * 24 + hour) * 60 + minute) * 60 + second)
    }

    private static func length(of month: Int, _ year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// Since 1970, in the Gregorian calendar: years are counted from March, so that a leap day comes last.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let (era, rest) = (shifted / 400, shifted % 400)
        let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + rest * 365 + rest / 4 - rest / 100 + ofYear - 719_468
    }
}
