/// A password that keeps the five rules of the user guide, on its way to being hashed.
///
/// It is never stored or printed.
public struct Password: Sendable {
    public let text: String

    /// Twelve letters as people count them (grapheme clusters).
    public static let shortest = 12
    /// Longer ones are refused, never cut.
    public static let longest = 128

    /// Applies all rules and reports every one that is broken.
    public init(candidate text: String) throws(Rejected) {
        let broken = Rule.allCases.filter { !$0.holds(for: text) }
        guard broken.isEmpty else { throw Rejected(broken: broken) }
        self.text = text
    }

    /// One rule, in the order in which the user guide lists them; the raw value is stable.
    public enum Rule: String, Sendable, Hashable, CaseIterable {
        case length, upperCase = "upper_case", lowerCase = "lower_case", digit, symbol

        public func holds(for text: String) -> Bool {
            switch self {
            case .length: text.count >= Password.shortest && text.count <= Password.longest && text.utf8.count <= 1024
            case .upperCase: text.contains(where: \.isUppercase)
            case .lowerCase: text.contains(where: \.isLowercase)
            case .digit: text.utf8.contains { (48...57).contains($0) }
            case .symbol: text.contains { !$0.isLetter && !$0.isNumber && !$0.isWhitespace }
            }
        }
    }

    /// The rules that a candidate broke; never empty.
    public struct Rejected: Error, Sendable, Hashable, CustomStringConvertible {
        public let broken: [Rule]

        public var description: String {
            "a password needs 12 to 128 characters with an upper-case letter, a lower-case letter, a digit and a symbol; "
                + "this one lacks: \(broken.map(\.rawValue).joined(separator: ", "))"
        }
    }
}
