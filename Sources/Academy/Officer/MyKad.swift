/// A MyKad number: `YYMMDD-PB-###G`, twelve digits, without a check digit.
///
/// PB is the place of *birth*, never the place of service. The number tells birth date and sex, so ``masked`` is what
/// leaves staff screens.
public struct MyKad: Sendable, Hashable {
    /// Twelve ASCII digits.
    public let digits: String

    /// Accepts `850101145677`, `850101-14-5677`, spaces and full-width digits.
    public init(parsing text: String) throws(Problem) {
        let digits = try Self.normalised(text)
        guard Self.birthDays(digits).contains(where: { $0 != nil }) else {
            throw .noSuchDate(String(digits.prefix(6)))
        }
        let place = digits.dropFirst(6).prefix(2)
        guard let code = Int(place), Self.isPlaceOfBirth(code) else { throw .unknownPlaceOfBirth(String(place)) }
        self.digits = digits
    }

    /// `850101-14-5677`: for staff screens and the officer's own pages only.
    public var formatted: String { "\(digits.prefix(6))-\(digits.dropFirst(6).prefix(2))-\(digits.suffix(4))" }

    /// `******-**-5677`: for certificates and letters.
    public var masked: String { "******-**-\(digits.suffix(4))" }

    /// An odd last digit is a man's, an even one a woman's.
    public var sex: Sex { (digits.utf8.last ?? 0) % 2 == 1 ? .male : .female }

    /// The birthday, its century found by working age: the one at which the holder is 17 to 70 years old on `day`.
    ///
    /// Where neither or both centuries fit, the later one that is not in the future.
    public func birthDay(asOf day: Day) -> Day? {
        let candidates = Self.birthDays(digits).compactMap(\.self).sorted()
        return candidates.last { (17...70).contains(Self.age(on: day, born: $0)) }
            ?? candidates.last { $0 <= day } ?? candidates.first
    }

    /// The 86 codes that the National Registration Department has given out (python-stdnum, `my/bp.dat`).
    static func isPlaceOfBirth(_ code: Int) -> Bool {
        switch code {
        case 1...16, 21...68, 71, 72, 74...79, 82...93, 98, 99: true
        default: false
        }
    }

    private static func age(on day: Day, born: Day) -> Int {
        day.year - born.year - ((day.month, day.day) < (born.month, born.day) ? 1 : 0)
    }

    private static func birthDays(_ digits: String) -> [Day?] {
        let numbers = digits.utf8.prefix(6).map { Int($0) - 48 }
        let (year, month, day) = (
            numbers[0] * 10 + numbers[1], numbers[2] * 10 + numbers[3], numbers[4] * 10 + numbers[5]
        )
        return [1900, 2000].map { Day(year: $0 + year, month: month, day: day) }
    }

    private static func normalised(_ text: String) throws(Problem) -> String {
        var digits = ""
        var letters = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39: digits.unicodeScalars.append(scalar)
            case 0xFF10...0xFF19: digits.append(String(scalar.value - 0xFF10))
            case 0x20, 0xA0, 0x09, 0x2D, 0x2010...0x2013: continue
            case 0x41...0x5A, 0x61...0x7A: letters = true
            default: throw .unexpectedCharacter(Character(scalar))
            }
        }
        if letters { throw .otherDocument }
        guard digits.utf8.count == 12 else {
            throw digits.utf8.count == 7 ? .otherDocument : .wrongLength(digits.utf8.count)
        }
        return digits
    }
}

extension MyKad {
    public enum Sex: Sendable, Hashable { case male, female }

    /// Why a text is not a MyKad number.
    public enum Problem: Error, Sendable, Hashable {
        case wrongLength(Int)
        case unexpectedCharacter(Character)
        /// The first six digits are no date in either century.
        case noSuchDate(String)
        case unknownPlaceOfBirth(String)
        /// An old identity card, army or police number: officers register with their MyKad.
        case otherDocument
    }
}

extension MyKad.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .wrongLength(let count): "a MyKad number has 12 digits, this has \(count)"
        case .unexpectedCharacter(let character): "a MyKad number has digits and hyphens only, not “\(character)”"
        case .noSuchDate(let digits): "the first six digits of a MyKad number are a date YYMMDD; “\(digits)” is none"
        case .unknownPlaceOfBirth(let code): "digits 7 and 8 of a MyKad number are a place of birth; “\(code)” is none"
        case .otherDocument: "this is an old identity card, army or police number; give the 12 digits of the MyKad"
        }
    }
}
