/// What an officer types beside the uploaded receipt: its number, the payment's date and the amount.
public struct ReceiptClaim: Sendable, Hashable {
    public let number: ReceiptNumber
    public let paid: Day
    public let amount: Sen

    /// Reads the three fields and reports every one that is wrong.
    ///
    /// - Parameters:
    ///   - date: `2026-03-09`.
    ///   - opened: the day on which applications for the course opened; nobody paid before.
    ///   - today: nobody paid tomorrow.
    public init(number: String, date: String, amount: String, opened: Day, today: Day) throws(Rejected) {
        var problems: [Field: Problem] = [:]
        var parsed: ReceiptNumber?
        do throws(ReceiptNumber.Problem) { parsed = try ReceiptNumber(parsing: number) } catch {
            problems[.number] = .number(error)
        }
        let paid = Day(iso: date)
        problems[.date] = Self.problem(with: paid, opened: opened, today: today)
        let sum = Sen(parsing: amount)
        if sum.map({ $0 <= .zero }) ?? true { problems[.amount] = .notAnAmount }
        guard let parsed, let paid, let sum, problems.isEmpty else { throw Rejected(problems: problems) }
        self.init(number: parsed, paid: paid, amount: sum)
    }

    /// Takes what was parsed when it was stored.
    public init(number: ReceiptNumber, paid: Day, amount: Sen) {
        self.number = number
        self.paid = paid
        self.amount = amount
    }

    /// What is paid differs from what is expected by more than the tolerance; the workflow rule's default is none.
    public func differs(from expected: Sen, tolerance: Sen = .zero) -> Bool {
        (amount.amount - expected.amount).magnitude > tolerance.amount.magnitude
    }

    private static func problem(with paid: Day?, opened: Day, today: Day) -> Problem? {
        guard let paid else { return .notADay }
        if paid > today { return .inTheFuture(today: today) }
        return paid < opened ? .beforeTheCourseOpened(opened) : nil
    }
}

extension ReceiptClaim {
    public enum Field: String, Sendable, Hashable, CaseIterable { case number, date, amount }

    public enum Problem: Sendable, Hashable, CustomStringConvertible {
        case number(ReceiptNumber.Problem)
        case notADay
        case inTheFuture(today: Day)
        case beforeTheCourseOpened(Day)
        case notAnAmount

        public var description: String {
            switch self {
            case .number(let problem): problem.description
            case .notADay: "the payment date is a day such as 2026-03-09"
            case .inTheFuture(let today): "the payment date cannot lie after today, \(today)"
            case .beforeTheCourseOpened(let day): "the payment date cannot lie before the course opened, \(day)"
            case .notAnAmount: "the amount is in ringgit, for example 150.00"
            }
        }
    }

    /// The fields that are wrong; never empty.
    public struct Rejected: Error, Sendable, Hashable {
        public let problems: [Field: Problem]
    }
}
