/// The number on an iPayment receipt.
///
/// What iPayment prints is not published, so the number is any run of letters and digits; two ways of typing one number
/// are one number, and a number is good for one live receipt only.
public struct ReceiptNumber: Sendable, Hashable {
    /// Upper-case letters and digits; what uniqueness is judged by.
    public let normalised: String
    /// As it was typed, without white space at the ends.
    public let display: String

    /// Ignores case, spaces, `-`, `/`, `.`, `_` and `#`; full-width forms are folded.
    public init(parsing text: String) throws(Problem) {
        var kept = ""
        for scalar in text.unicodeScalars {
            let narrow = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
            let upper = (0x61...0x7A).contains(narrow) ? narrow - 32 : narrow
            if scalar.properties.isWhitespace || "-/._#".unicodeScalars.contains(where: { $0.value == upper }) {
                continue
            }
            guard (0x30...0x39).contains(upper) || (0x41...0x5A).contains(upper), let letter = Unicode.Scalar(upper)
            else { throw .unexpectedCharacter(Character(scalar)) }
            kept.unicodeScalars.append(letter)
        }
        guard !kept.isEmpty else { throw .empty }
        guard (4...40).contains(kept.utf8.count) else { throw .wrongLength(kept.utf8.count) }
        guard kept.utf8.contains(where: { (48...57).contains($0) }) else { throw .noDigit }
        normalised = kept
        display = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    public static func == (left: Self, right: Self) -> Bool { left.normalised == right.normalised }

    public func hash(into hasher: inout Hasher) { hasher.combine(normalised) }
}

extension ReceiptNumber {
    /// Why a text is no receipt number.
    public enum Problem: Error, Sendable, Hashable {
        case empty
        case wrongLength(Int)
        case noDigit
        case unexpectedCharacter(Character)
    }
}

extension ReceiptNumber.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty: "the receipt number is needed"
        case .wrongLength(let count): "a receipt number has 4 to 40 letters and digits, this has \(count)"
        case .noDigit: "a receipt number has at least one digit"
        case .unexpectedCharacter(let character): "a receipt number has letters and digits, not “\(character)”"
        }
    }
}
