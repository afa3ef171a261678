/// One of the three things that a certificate needs, in the order in which a participant meets them.
public enum Condition: String, Sendable, Hashable, CaseIterable, Comparable {
    /// The course was completed, and its coordinator confirmed the attendance.
    case attendance
    /// The reaction evaluation was sent.
    case evaluation
    /// The fee was paid and the finance unit verified the receipt.
    case fee

    public static func < (left: Condition, right: Condition) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .attendance: 0
        case .evaluation: 1
        case .fee: 2
        }
    }
}

/// Who must act before a condition can hold.
public enum Actor: String, Sendable, Hashable, CaseIterable {
    case officer, coordinator, finance
    /// Nobody can: the course ended without what a certificate needs.
    case nobody
}

/// Why there is no certificate yet.
///
/// The raw value is stable: pages, lists and exports know it by this.
public enum Obstacle: String, Sendable, Hashable, CaseIterable {
    case attendanceNotRecorded = "attendance_not_recorded"
    case attendanceNotConfirmed = "attendance_not_confirmed"
    case attendanceReopened = "attendance_reopened"
    case attendanceInsufficient = "attendance_insufficient"
    case absent
    case evaluationNotOpen = "evaluation_not_open"
    case evaluationNotStarted = "evaluation_not_started"
    case evaluationNotSent = "evaluation_not_sent"
    case feeUnpaid = "fee_unpaid"
    case receiptAwaitingReview = "receipt_awaiting_review"
    case receiptRejected = "receipt_rejected"
    case feeRefunded = "fee_refunded"

    public var condition: Condition {
        switch self {
        case .attendanceNotRecorded, .attendanceNotConfirmed, .attendanceReopened, .attendanceInsufficient, .absent:
            .attendance
        case .evaluationNotOpen, .evaluationNotStarted, .evaluationNotSent: .evaluation
        case .feeUnpaid, .receiptAwaitingReview, .receiptRejected, .feeRefunded: .fee
        }
    }

    public var actor: Actor {
        switch self {
        case .attendanceNotRecorded, .attendanceNotConfirmed, .attendanceReopened, .evaluationNotOpen: .coordinator
        case .evaluationNotStarted, .evaluationNotSent, .feeUnpaid, .receiptRejected: .officer
        case .receiptAwaitingReview: .finance
        case .attendanceInsufficient, .absent, .feeRefunded: .nobody
        }
    }
}
