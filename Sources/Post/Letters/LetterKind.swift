public import Academy

/// Every letter that the academy sends, by its stable code, and the values that each one needs.
///
/// A letter's words are in `Templates/mail/<language>/<code>.txt`. The order is that of `Notice`; some notices are two
/// letters.
public enum LetterKind: String, Sendable, Hashable, CaseIterable {
    case registered = "account.registered"
    /// To somebody who registers again: the account is there.
    case alreadyRegistered = "account.already_registered"
    case passwordChanged = "account.password_changed"
    case passwordReset = "account.password_reset"
    /// To somebody of whom there were two records: which account is left.
    case accountMerged = "account.merged"
    case received = "application.received"
    case supportRequested = "support.requested"
    /// By the supervisor, or by the state training officer.
    case supported = "application.supported"
    case notSupported = "application.not_supported"
    case approved = "application.approved"
    /// The supervisor's copy of an approval.
    case approvedCopy = "application.approved_copy"
    case waiting = "application.waiting"
    case unsuccessful = "application.unsuccessful"
    case offerMade = "offer.made"
    case confirmationRecorded = "confirmation.recorded"
    /// To an officer who was registered at the counter, and to the supervisor.
    case walkIn = "confirmation.walk_in"
    case withdrawn = "application.withdrawn"
    case lapsed = "application.lapsed"
    case releaseRequested = "release.requested"
    case releaseGranted = "release.granted"
    case releaseRefused = "release.refused"
    case courseCancelled = "course.cancelled"
    case courseChanged = "course.changed"
    case attendanceCompleted = "attendance.completed"
    case attendanceInsufficient = "attendance.insufficient"
    case attendanceAbsent = "attendance.absent"
    case certificateSuspended = "certificate.suspended"
    case replacementProposed = "replacement.proposed"
    /// To the officer whose seat it is: the one who was named does not come.
    case replacementNeeded = "replacement.needed"
    /// To somebody who was named: the request was decided without them.
    case replacementClosed = "replacement.closed"
    case receiptVerified = "receipt.verified"
    case receiptRejected = "receipt.rejected"
    case certificateReady = "certificate.ready"
    case certificateRevoked = "certificate.revoked"
    case reminder = "reminder.due"
    case dailyDigest = "digest.daily"
}

extension LetterKind {
    /// The values that the letter always has.
    ///
    /// Dates, moments and amounts are texts in the reader's language. `name` is the reader's, `applicant` the officer's whom it is about; `link` is the letter's one link.
    public var required: Set<String> { Self.common.union(own) }

    /// Values that may be absent or empty; then the paragraph or fact that shows them drops out.
    public var optional: Set<String> {
        switch self {
        case .confirmationRecorded: ["vehicle"]
        case .supportRequested: ["original"]
        case .releaseRequested, .releaseGranted: ["replacement"]
        case .replacementProposed: ["register"]
        case .courseCancelled: ["applicant", "reason"]
        case .courseChanged: ["applicant"]
        case .receiptRejected: ["remark"]
        case .reminder: ["course"]
        case .dailyDigest: ["applications", "releases", "receipts"]
        default: []
        }
    }

    /// Values that must be forgotten as soon as the letter is settled, and that nobody else may see.
    public var secrets: Set<String> {
        switch self {
        case .registered, .passwordReset: ["password"]
        default: []
        }
    }

    /// The notices of the workflow that this letter carries; none for a letter that only accounts need.
    public var notices: [Notice] {
        switch self {
        case .registered: [.registered]
        case .passwordChanged: [.passwordChanged]
        case .passwordReset, .alreadyRegistered, .accountMerged: []
        case .received: [.applicationReceived]
        case .supportRequested: [.supportWanted]
        case .supported: [.supervisorSupported, .stateSupported]
        case .notSupported: [.notSupported]
        case .approved, .approvedCopy: [.offer]
        case .waiting: [.onWaitingList]
        case .unsuccessful: [.unsuccessful]
        case .offerMade: [.seatOffered]
        case .confirmationRecorded, .walkIn: [.attendanceRecorded]
        case .withdrawn, .lapsed: [.endedEarly]
        case .releaseRequested: [.releaseWanted]
        case .releaseGranted: [.releaseGranted]
        case .releaseRefused: [.releaseRefused]
        case .courseCancelled: [.courseCancelled]
        case .courseChanged: [.courseMoved]
        case .attendanceCompleted: [.attendanceConfirmed]
        case .attendanceInsufficient: [.attendanceInsufficient]
        case .attendanceAbsent: [.absenceRecorded]
        case .certificateSuspended: [.certificateSuspended]
        case .replacementProposed: [.nominated]
        case .replacementNeeded, .replacementClosed: []
        case .receiptVerified: [.receiptVerified]
        case .receiptRejected: [.receiptRejected]
        case .certificateReady: [.certificateReady]
        case .certificateRevoked: [.certificateRevoked]
        case .reminder: [.reminder]
        case .dailyDigest: [.digest]
        }
    }

    private static let common: Set<String> = ["name", "link"]

    private var own: Set<String> {
        switch self {
        case .registered, .passwordReset: ["user", "password", "expires"]
        case .alreadyRegistered, .accountMerged: ["user"]
        case .passwordChanged: ["moment"]
        case .received: ["reference", "course", "dates", "supervisor"]
        case .supportRequested: ["applicant", "course", "dates", "venue", "deadline"]
        case .supported: ["reference", "course", "by"]
        case .notSupported: ["reference", "course", "by", "reason"]
        case .approved: ["reference", "course", "dates", "venue", "deadline"]
        case .approvedCopy: ["applicant", "course", "dates", "venue", "deadline"]
        case .waiting: ["reference", "course", "position"]
        case .unsuccessful: ["reference", "course", "reason"]
        case .offerMade: ["course", "dates", "venue", "deadline"]
        case .withdrawn, .lapsed: ["applicant", "reference", "course"]
        case .releaseRequested: ["applicant", "course", "reason"]
        case .releaseGranted: ["course"]
        case .releaseRefused: ["course", "reason"]
        case .courseCancelled: ["course", "dates"]
        case .courseChanged, .confirmationRecorded: ["course", "dates", "venue"]
        case .attendanceCompleted: ["course", "deadline"]
        case .attendanceInsufficient: ["course", "percent", "minimum"]
        case .walkIn: ["applicant", "course", "dates", "venue"]
        case .attendanceAbsent: ["applicant", "course"]
        case .certificateReady: ["serial", "course"]
        case .certificateSuspended, .certificateRevoked: ["serial", "course", "reason"]
        case .replacementProposed: ["proposer", "course", "dates", "venue", "deadline"]
        case .replacementNeeded: ["replacement", "course", "dates", "deadline"]
        case .replacementClosed: ["applicant", "original", "course", "dates"]
        case .receiptVerified: ["course", "receipt", "amount"]
        case .receiptRejected: ["course", "receipt", "amount", "reason", "deadline"]
        case .reminder: ["action", "deadline"]
        case .dailyDigest: ["count"]
        }
    }
}
