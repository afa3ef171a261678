/// The code that stands on a certificate and in its address: 80 random bits as 16 characters of Crockford's base 32.
///
/// It tells nothing and cannot be guessed or counted up; the serial number is for people, the code is for the check.
public struct PublicCode: Sendable, Hashable {
    /// 16 characters, upper case, without dashes.
    public let text: String

    /// Makes a code of randomness.
    /// - Precondition: exactly 10 bytes.
    public init(random bytes: [UInt8]) {
        precondition(bytes.count == 10, "a public code is made of 80 bits")
        text = Crockford.text(of: bytes)
    }

    /// Takes a code's 80 bits; nil unless there are exactly ten bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 10 else { return nil }
        self.init(random: bytes)
    }

    /// Its 80 bits.
    public var bytes: [UInt8] { Crockford.bytes(of: text) }

    /// Reads a code as people type it: any case, with or without dashes and spaces, `O` for `0`, `I` or `L` for `1`.
    public init?(parsing text: String) {
        var code: [UInt8] = []
        for byte in text.utf8 where byte != UInt8(ascii: "-") && byte != UInt8(ascii: " ") {
            guard let value = Crockford.value(of: byte), code.count < 16 else { return nil }
            code.append(Crockford.digits[Int(value)])
        }
        guard code.count == 16 else { return nil }
        self.text = String(decoding: code, as: UTF8.self)
    }

    /// `7K3Q-W9TZ-4M2X-8HBC`: as it is printed.
    public var grouped: String {
        var grouped = ""
        grouped.reserveCapacity(19)
        for (place, digit) in text.utf8.enumerated() {
            if place > 0, place.isMultiple(of: 4) { grouped.append("-") }
            grouped.unicodeScalars.append(Unicode.Scalar(digit))
        }
        return grouped
    }
}

extension PublicCode: CustomStringConvertible {
    public var description: String { grouped }
}
