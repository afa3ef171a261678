/// A telephone number that can be called from Malaysia, kept in E.164: `+60123456789`.
///
/// Numbers without a country code are Malaysian. Lengths are those of the national numbering plan: fixed lines have 8 or
/// 9 digits after the leading 0 (Sabah and Sarawak included), mobiles 9 or 10. Foreign numbers only need E.164's bounds.
public struct PhoneNumber: Sendable, Hashable {
    /// `+` and 8 to 15 digits.
    public let e164: String
    /// Digits to dial after the switchboard has answered; empty when there are none.
    public let dialOn: String

    /// Accepts spaces, hyphens, dots and brackets, and an extension after `x`, `ext`, `samb` or `#`.
    public init(parsing text: String) throws(Problem) {
        let (main, dialOn) = try Self.split(text.lowercased())
        let digits = try Self.digits(main)
        guard !digits.number.isEmpty else { throw .empty }
        e164 = try Self.international(digits.number, hasPlus: digits.hasPlus)
        self.dialOn = dialOn
    }

    private static func split(_ text: String) throws(Problem) -> (main: Substring, dialOn: String) {
        guard let start = text.firstIndex(where: { "x#es".contains($0) }) else { return (text[...], "") }
        let marker = text[start...].prefix { !$0.isNumber }.filter { $0.isLetter || $0 == "#" }
        guard ["x", "#", "ext", "samb", "s", "e"].contains(marker) else { throw .unexpectedCharacter(text[start]) }
        let rest = text[start...].drop { !$0.isNumber }.filter { $0 != " " }
        guard (1...6).contains(rest.utf8.count), rest.utf8.allSatisfy({ (48...57).contains($0) }) else {
            throw .badExtension
        }
        return (text[..<start], rest)
    }

    private static func digits(_ text: Substring) throws(Problem) -> (number: String, hasPlus: Bool) {
        var number = ""
        var hasPlus = false
        for character in text {
            if character.isWhitespace || "-.()–".contains(character) { continue }
            if character == "+", number.isEmpty, !hasPlus {
                hasPlus = true
            } else if let value = character.wholeNumberValue, character.isASCII {
                number += String(value)
            } else {
                throw .unexpectedCharacter(character)
            }
        }
        return (number, hasPlus)
    }

    private static func international(_ digits: String, hasPlus: Bool) throws(Problem) -> String {
        if !hasPlus, digits.hasPrefix("0"), !digits.hasPrefix("00") { return try malaysian(digits.dropFirst()) }
        let number = !hasPlus && digits.hasPrefix("00") ? digits.dropFirst(2) : digits[...]
        if number.hasPrefix("60") { return try malaysian(number.dropFirst(2)) }
        guard hasPlus || digits.hasPrefix("00") else { throw .noAreaCode }
        guard (8...15).contains(number.utf8.count) else { throw .wrongLength(number.utf8.count) }
        return "+\(number)"
    }

    private static func malaysian(_ national: Substring) throws(Problem) -> String {
        let lengths = national.hasPrefix("1") ? 9...10 : 8...9
        guard let first = national.first, first != "0", lengths.contains(national.utf8.count) else {
            throw .wrongLength(national.utf8.count + 1)
        }
        return "+60\(national)"
    }
}

extension PhoneNumber {
    /// Why a text is no telephone number.
    public enum Problem: Error, Sendable, Hashable {
        case empty
        case unexpectedCharacter(Character)
        /// Digits as they are dialled within the country, or with the country code abroad.
        case wrongLength(Int)
        /// Neither a leading 0 nor a country code.
        case noAreaCode
        case badExtension
    }
}

extension PhoneNumber.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty: "a telephone number is needed, for example 012-345 6789"
        case .unexpectedCharacter(let character): "a telephone number has digits, not “\(character)”"
        case .wrongLength(let count): "a telephone number does not have \(count) digits; an example is 012-345 6789"
        case .noAreaCode: "a telephone number begins with 0 or with + and the country code"
        case .badExtension: "an extension has 1 to 6 digits, for example 03-8882 2100 ext 123"
        }
    }
}
