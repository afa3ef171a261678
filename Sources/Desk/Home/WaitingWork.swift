public import Academy

/// Something that waits for the reader or for the reader's unit.
public struct WaitingWork: Sendable, Hashable {
    public let kind: Kind
    public let number: Int
    /// Where it is one course's.
    public let course: CourseSummary?
    /// The last day for it.
    public let deadline: Day?
    /// Since when the oldest waits.
    public let since: Instant?

    init(
        _ kind: Kind, _ number: Int, course: CourseSummary? = nil, deadline: Day? = nil, since: Instant? = nil
    ) {
        self.kind = kind
        self.number = number
        self.course = course
        self.deadline = deadline
        self.since = since
    }

    /// In the order in which pages show them; the raw value is stable.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Something of the course is held today.
        case attendanceToday = "attendance_today"
        /// Supported applications.
        case applications
        /// Officers who ask to be released from a seat.
        case releases
        /// The course is over, and its attendance is not confirmed.
        case attendanceToConfirm = "attendance_to_confirm"
        /// Somebody asks to reopen confirmed attendance.
        case reopenings
        case receipts
        /// Fees to give back.
        case refunds
        case exemptions
        case corrections
        case failedLetters = "failed_letters"
    }
}
