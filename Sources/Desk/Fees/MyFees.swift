public import Academy
import Records
import SQL

/// The fee of one course of an officer's, with every receipt that was sent for it.
public struct FeeCard: Sendable, Hashable {
    public let course: CourseSummary
    public let state: FeeState
    public let since: Instant?
    /// Basis of an exemption.
    public let basis: String
    /// The latest first.
    public let receipts: [ReceiptSummary]
}

/// *Status Pengesahan Resit Yuran* of an officer's own courses.
public struct MyFees: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// The latest first; courses without a fee are there too, so that nobody looks for them.
    public func callAsFunction(_ caller: Caller) async throws -> [FeeCard] {
        guard let officer = caller.officer else { throw Refusal.forbidden }
        return try await office.database.read { transaction in
            try Participations.of(officer: officer, in: transaction).compactMap { participation in
                guard participation.isSeated || participation.fee.holdsMoney,
                    let course = try Courses.find(participation.course, in: transaction)
                else { return nil }
                return FeeCard(
                    course: CourseSummary(course), state: participation.fee, since: participation.paid.at,
                    basis: participation.fee == .exempt ? participation.paid.basis : "",
                    receipts: try Receipts.of(participation.id, in: transaction).map(ReceiptSummary.init))
            }
        }
    }
}

extension FeeState {
    /// Whether a payment may have reached the academy, so that the fee stays on the lists also without a seat.
    var holdsMoney: Bool {
        switch self {
        case .awaitingReview, .verified, .refunded: true
        case .notApplicable, .unpaid, .rejected, .exempt: false
        }
    }
}
