public import Academy

/// A fee that was given back.
public struct RefundRecord: Sendable, Hashable {
    public typealias ID = Identifier<RefundRecord>

    public let id: ID
    public let participation: ParticipationRecord.ID
    /// By which the payment is found in the department's accounts.
    public let reference: String
    public let paidOn: Day
    /// Account.
    public let recordedBy: String
    public let recordedAt: Instant

    public init(
        id: ID, participation: ParticipationRecord.ID, reference: String, paidOn: Day, recordedBy: String,
        recordedAt: Instant
    ) {
        self.id = id
        self.participation = participation
        self.reference = reference
        self.paidOn = paidOn
        self.recordedBy = recordedBy
        self.recordedAt = recordedAt
    }
}

/// A fee to give back or given back, with whose it is and what for.
public struct RefundCase: Sendable, Hashable {
    public let participation: ParticipationRecord
    public let officer: Officer
    public let courseCode: CourseCode
    public let courseMalay: String
    public let courseEnglish: String
    /// The whole course was cancelled; else the officer gave the seat up, or was absent from it.
    public let isCancelled: Bool
    /// What the verified receipt says; the course's fee where the payment came without one.
    public let amount: Sen
    /// Nil as long as it is to be given back.
    public let refund: RefundRecord?
}
