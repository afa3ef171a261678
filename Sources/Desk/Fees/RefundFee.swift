public import Academy
public import Records
import SQL

/// Says that a fee was given back: by which payment, and when.
public struct RefundFee: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// As it was filled in.
    public struct Form: Sendable, Hashable {
        public var reference: String
        public var paidOn: String

        public init(reference: String, paidOn: String) {
            (self.reference, self.paidOn) = (reference, paidOn)
        }
    }

    static let shortestReference = 3
    static let longestReference = 60

    /// The same again changes nothing.
    /// - Throws: ``Refusal/forbidden``; ``Refusal/notFound``; ``Refusal/invalid(_:)`` with fields `rujukan` and
    ///   `tarikh`; ``Refusal/conflict(_:)`` when another clerk has recorded another payment.
    public func callAsFunction(_ id: ParticipationRecord.ID, _ form: Form, by caller: Caller) async throws {
        guard Permission.reviewReceipts(by: caller) else { throw Refusal.forbidden }
        let office = office
        try await office.database.write { transaction in
            guard let file = try Refunds.find(id, in: transaction) else { throw Refusal.notFound }
            guard file.officer.id != caller.officer else { throw Refusal.forbidden }
            let now = office.surroundings.now()
            let (reference, day) = try Self.read(form, today: now.day)
            if let refund = file.refund {
                if refund.reference == reference, refund.paidOn == day { return }
                throw Refusal.conflict(.changedMeanwhile)
            }
            let refund = RefundRecord(
                id: try office.surroundings.newID(), participation: id, reference: reference, paidOn: day,
                recordedBy: caller.account, recordedAt: now)
            try Refunds.insert(refund, in: transaction)
            try FeeDeed(office: office, caller: caller).settle(
                file.participation, on: .refund, file.amount, receipt: nil, .init(reason: "\(reference), \(day.iso)"),
                at: now, action: "fee.refunded", subject: ("fee_refund", refund.id.text), in: transaction)
        }
    }

    private static func read(
        _ form: Form, today: Day
    ) throws(Refusal) -> (reference: String, day: Day) {
        let reference = form.reference.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let day = Day(typed: form.paidOn)
        var problems: [FieldProblem] = []
        func note(_ field: String, _ code: String, _ isWrong: Bool) {
            let isNew = !problems.contains { $0.field == field }
            if isWrong, isNew { problems.append(.init(field: field, code: code)) }
        }
        note("rujukan", "missing", reference.isEmpty)
        note("rujukan", "reference_wrong", !(shortestReference...longestReference).contains(reference.count))
        note("tarikh", "missing", form.paidOn.allSatisfy(\.isWhitespace))
        note("tarikh", "date_wrong", day == nil)
        note("tarikh", "date_future", day.map { $0 > today } ?? false)
        guard problems.isEmpty, let day else { throw .invalid(problems) }
        return (reference, day)
    }
}
