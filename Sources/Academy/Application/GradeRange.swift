/// The grades whose officers a course is for, by the number of the grade (*gred WK5* is 5); both ends count.
public struct GradeRange: Sendable, Hashable {
    /// Nil for any grade below.
    public let lowest: Int?
    /// Nil for any grade above.
    public let highest: Int?

    /// Numbers that grades have.
    public static let numbers = 1...99

    /// Any grade.
    public static let any = GradeRange()

    private init() { (lowest, highest) = (nil, nil) }

    /// Nil when it ends before it begins, or when an end is no grade's number.
    public init?(lowest: Int?, highest: Int?) {
        if let lowest, let highest, highest < lowest { return nil }
        guard [lowest, highest].allSatisfy({ $0.map(Self.numbers.contains) ?? true }) else { return nil }
        (self.lowest, self.highest) = (lowest, highest)
    }

    /// Whether an officer of a grade may come.
    ///
    /// The number stands at the end of the grade. A grade without one is outside of every range that has an end: nobody
    /// passes a rule by having no grade.
    public func admits(_ grade: String) -> Bool {
        if lowest == nil, highest == nil { return true }
        guard let number = Self.number(of: grade) else { return false }
        return number >= lowest ?? number && number <= highest ?? number
    }

    private static func number(of grade: String) -> Int? {
        let digits = grade.filter { !$0.isWhitespace }.reversed().prefix { ("0"..."9").contains($0) }.reversed()
        return digits.count > 2 ? nil : Int(String(digits))
    }
}
