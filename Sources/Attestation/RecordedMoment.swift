/// A moment as records tell it: RFC 3339, UTC, with milliseconds: `2026-05-26T04:00:00.000Z`.
///
/// What is proven is judged without the academy's calendar, so this room reads the form itself.
enum RecordedMoment {
    private static let form = Array("dddd-dd-ddTdd:dd:dd.dddZ".utf8)

    /// Since 1970, without the milliseconds; nil for any other form, and for a day that no month has.
    static func seconds(_ text: String) -> Int64? {
        let bytes = Array(text.utf8)
        guard bytes.count == form.count, zip(bytes, form).allSatisfy(fits) else { return nil }
        func number(_ places: Range<Int>) -> Int { bytes[places].reduce(0) { $0 * 10 + Int($1) - 48 } }
        let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
        let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
        guard 1...12 ~= month, day >= 1, day <= length(of: month, year), hour < 24, minute < 60, second < 60 else {
            return nil
        }
        return Int64(((days(year, month, day) * 24 + hour) * 60 + minute) * 60 + second)
    }

    private static func fits(_ byte: UInt8, _ wanted: UInt8) -> Bool {
        wanted == UInt8(ascii: "d") ? 48...57 ~= byte : byte == wanted
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
