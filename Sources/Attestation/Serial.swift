/// A certificate's number in the academy's register: `AKMAL/2026/000001`, without gaps in a year.
///
/// A corrected certificate keeps the number of the one that it replaces and gets the next version: `AKMAL/2026/000001-2`.
public struct Serial: Sendable, Hashable, Comparable {
    public let year: Int
    /// From 1.
    public let number: Int
    /// From 1; the first is not written.
    public let version: Int

    public static let lastVersion = 99

    public init(year: Int, number: Int, version: Int = 1) {
        self.year = year
        self.number = number
        self.version = version
    }

    /// Reads `AKMAL/2026/000001` and `AKMAL/2026/000001-2`, in any case; a number past 999999 has more digits.
    public init?(parsing text: String) {
        let parts = text.uppercased().split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "AKMAL", parts[1].utf8.count == 4, Self.isNumber(parts[1]),
            let year = Int(parts[1])
        else { return nil }
        let halves = parts[2].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard (6...9).contains(halves[0].utf8.count), Self.isNumber(halves[0]), let number = Int(halves[0]), number > 0
        else { return nil }
        guard halves.count == 2 else {
            self.init(year: year, number: number)
            return
        }
        guard Self.isNumber(halves[1]), halves[1].utf8.first != 48, let version = Int(halves[1]),
            (2...Self.lastVersion).contains(version)
        else { return nil }
        self.init(year: year, number: number, version: version)
    }

    private static func isNumber(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    public var text: String {
        let digits = String(number)
        let padded = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        return "AKMAL/\(year)/\(padded)\(version > 1 ? "-\(version)" : "")"
    }

    /// The serial of the certificate that takes this one's place.
    public var next: Serial { Serial(year: year, number: number, version: version + 1) }

    public static func < (left: Serial, right: Serial) -> Bool {
        (left.year, left.number, left.version) < (right.year, right.number, right.version)
    }
}

extension Serial: CustomStringConvertible {
    public var description: String { text }
}
