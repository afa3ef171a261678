/// A certificate's number in the academy's register: `AKMAL/2026/000001`, without gaps in a year.
public struct Serial: Sendable, Hashable, Comparable {
    public let year: Int
    /// From 1.
    public let number: Int

    public init(year: Int, number: Int) {
        self.year = year
        self.number = number
    }

    /// Reads `AKMAL/2026/000001`, in any case; a number past 999999 has more digits.
    public init?(parsing text: String) {
        let parts = text.uppercased().split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "AKMAL", parts[1].utf8.count == 4, (6...9).contains(parts[2].utf8.count),
            parts.dropFirst().allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[1]), let number = Int(parts[2]), number > 0
        else { return nil }
        self.init(year: year, number: number)
    }

    public var text: String {
        let digits = String(number)
        return "AKMAL/\(year)/\(String(repeating: "0", count: max(0, 6 - digits.count)))\(digits)"
    }

    public static func < (left: Serial, right: Serial) -> Bool {
        (left.year, left.number) < (right.year, right.number)
    }
}

extension Serial: CustomStringConvertible {
    public var description: String { text }
}
