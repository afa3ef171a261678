/// A course's code, for example `AKMAL-PKD-012`: what people type on a command line and in a list.
public struct CourseCode: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Upper-case letters, digits, `-` and `/`; 2 to 32 characters.
    public let text: String

    /// Turns letters into upper case; fails on anything but letters, digits, `-` and `/`.
    public init?(parsing text: String) {
        let code = text.uppercased()
        guard (2...32).contains(code.utf8.count),
            code.utf8.allSatisfy({ (65...90).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 47 })
        else { return nil }
        self.text = code
    }

    public var description: String { text }

    public static func < (left: CourseCode, right: CourseCode) -> Bool { left.text < right.text }
}
