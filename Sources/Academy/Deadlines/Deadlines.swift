/// The days that a course's workflow hangs on.
///
/// Each holds until the end of that day, Asia/Kuala_Lumpur. The order is law: applications close, then the academy decides, then participants confirm, then logistics are frozen,
/// then the course starts. A `Deadlines` value keeps it, and with it the three days that must lie between the last offer
/// and the start.
public struct Deadlines: Sendable, Hashable {
    /// Tarikh tutup permohonan: the last day on which an application can be sent.
    public let closing: Day
    /// The last day on which supervisors support and the academy decides.
    public let decision: Day
    /// The last day of *Pengesahan Kehadiran*; after it no seat is offered to the waiting list by the system.
    public let confirmation: Day
    /// The last day on which participants change plate, diet and lodging themselves.
    public let freeze: Day
    /// The first session's day.
    public let start: Day
    /// The last session's day.
    public let end: Day
    /// The last day on which a receipt is expected; later ones are taken.
    public let payment: Day
    /// The last day on which an evaluation is on time; later ones are taken with a flag.
    public let evaluation: Day

    /// Checks the order and reports one problem a field.
    public init(
        closing: Day, decision: Day, confirmation: Day, freeze: Day, start: Day, end: Day, payment: Day,
        evaluation: Day
    ) throws(Rejected) {
        self.closing = closing
        self.decision = decision
        self.confirmation = confirmation
        self.freeze = freeze
        self.start = start
        self.end = end
        self.payment = payment
        self.evaluation = evaluation
        let problems = problems
        guard problems.isEmpty else { throw Rejected(problems: problems) }
    }

    /// The workflow rule's defaults, counted back from the first session and on from the last.
    ///
    /// Closing 14 days before, decision 10, confirmation 7, freeze 2; payment 7 days after, evaluation 14.
    public init(start: Day, end: Day) throws(Rejected) {
        try self.init(
            closing: start.adding(days: -14), decision: start.adding(days: -10),
            confirmation: start.adding(days: -7), freeze: start.adding(days: -2), start: start, end: end,
            payment: end.adding(days: 7), evaluation: end.adding(days: 14))
    }

    public subscript(field: Field) -> Day {
        switch field {
        case .closing: closing
        case .decision: decision
        case .confirmation: confirmation
        case .freeze: freeze
        case .start: start
        case .end: end
        case .payment: payment
        case .evaluation: evaluation
        }
    }

    /// The academy promises the certificate within seven days of the course.
    public var certificatePromise: Day { end.adding(days: 7) }

    private var problems: [Field: Problem] {
        var problems: [Field: Problem] = [:]
        for (field, next) in Self.order where !(self[field] < self[next]) {
            problems[field] = .mustBeBefore(next, self[next])
        }
        if end < start { problems[.end] = .mustNotBeBefore(.start, start) }
        if payment < end { problems[.payment] = .mustNotBeBefore(.end, end) }
        if evaluation < end { problems[.evaluation] = .mustNotBeBefore(.end, end) }
        return problems
    }

    private static let order: [(Field, Field)] = [
        (.closing, .decision), (.decision, .confirmation), (.confirmation, .freeze), (.freeze, .start),
    ]
}

extension Deadlines {
    /// In order of time; the raw value is stable.
    public enum Field: String, Sendable, Hashable, CaseIterable {
        case closing, decision, confirmation, freeze, start, end, payment, evaluation
    }

    public enum Problem: Sendable, Hashable, CustomStringConvertible {
        case mustBeBefore(Field, Day)
        case mustNotBeBefore(Field, Day)

        public var description: String {
            switch self {
            case .mustBeBefore(let field, let day): "this day must be before “\(field.rawValue)”, which is \(day)"
            case .mustNotBeBefore(let field, let day): "this day cannot be before “\(field.rawValue)”, which is \(day)"
            }
        }
    }

    /// The fields that are wrong; never empty.
    public struct Rejected: Error, Sendable, Hashable {
        public let problems: [Field: Problem]
    }
}
