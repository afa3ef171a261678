/// An amount of money in sen, a hundredth of a ringgit; integers only, so that nothing is ever rounded.
public struct Sen: Sendable, Hashable, Comparable {
    public let amount: Int64

    public static let zero = Sen(0)

    public init(_ amount: Int64) { self.amount = amount }

    /// Reads `1,234.50`, `RM1234.5`, `30`: ringgit with at most two decimals.
    ///
    /// Signs and other currencies fail.
    public init?(parsing text: String) {
        var rest = text.filter { $0 != " " && $0 != "\u{A0}" }[...]
        if rest.uppercased().hasPrefix("RM") { rest = rest.dropFirst(2) }
        let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let ringgit = Self.ringgit(parts[0]) else { return nil }
        let decimals = parts.count == 2 ? parts[1] : "00"
        guard (1...2).contains(decimals.utf8.count), decimals.utf8.allSatisfy({ (48...57).contains($0) }),
            let sen = Int64(decimals.utf8.count == 1 ? "\(decimals)0" : "\(decimals)")
        else { return nil }
        amount = ringgit * 100 + sen
    }

    /// `RM1,234.50`.
    public var text: String {
        let magnitude = amount.magnitude
        let ringgit = String(magnitude / 100)
        var grouped = ""
        for (index, digit) in ringgit.enumerated() {
            if index > 0, (ringgit.count - index) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return "\(amount < 0 ? "−" : "")RM\(grouped).\(Day.padded(Int(magnitude % 100), 2))"
    }

    public static func < (left: Sen, right: Sen) -> Bool { left.amount < right.amount }

    public static func + (left: Sen, right: Sen) -> Sen { Sen(left.amount + right.amount) }

    /// Commas are taken where thousands are, and nowhere else; 12 digits are more than any fee.
    private static func ringgit(_ text: Substring) -> Int64? {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        guard let first = groups.first, !first.isEmpty,
            groups.count == 1 || (first.count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 })
        else { return nil }
        let digits = groups.joined()
        guard digits.utf8.count <= 12, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int64(digits)
    }
}

extension Sen: CustomStringConvertible {
    public var description: String { text }
}
