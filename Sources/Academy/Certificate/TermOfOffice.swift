/// From when until when somebody holds a post; both days count, and a missing one leaves that end open.
public struct TermOfOffice: Sendable, Hashable {
    public let from: Day?
    public let until: Day?

    /// Nil when it ends before it begins.
    public init?(from: Day?, until: Day?) {
        if let from, let until, until < from { return nil }
        (self.from, self.until) = (from, until)
    }

    private init() { (from, until) = (nil, nil) }

    /// Whoever is in office always.
    public static let open = TermOfOffice()

    public func covers(_ day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }

    public func overlaps(_ other: TermOfOffice) -> Bool {
        let endsBefore = until.flatMap { end in other.from.map { end < $0 } } ?? false
        let beginsAfter = from.flatMap { start in other.until.map { $0 < start } } ?? false
        return !endsBefore && !beginsAfter
    }
}
