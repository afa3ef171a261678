import Academy

/// How much of the audit somebody sees; the raw value names the sentence that says so.
public enum AuditReach: String, Sendable, Hashable, CaseIterable {
    case everything
    /// Own courses, receipts, and own deeds.
    case coursesAndReceipts
    /// Own courses and own deeds.
    case courses
    /// Receipts, refunds, exemptions and own deeds.
    case receipts
    /// Own deeds alone.
    case own

    public init(of caller: Caller) {
        if Permission.seeAudit(by: caller) {
            self = .everything
        } else if caller.has(.coordinator) {
            self = caller.has(.finance) ? .coursesAndReceipts : .courses
        } else {
            self = caller.has(.finance) ? .receipts : .own
        }
    }

    var isEverything: Bool { self == .everything }

    var hasCourses: Bool { [.courses, .coursesAndReceipts].contains(self) }

    var hasReceipts: Bool { [.receipts, .coursesAndReceipts].contains(self) }
}
