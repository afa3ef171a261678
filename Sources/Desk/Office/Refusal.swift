public import Academy

/// A rule said no.
///
/// Everything else that a deed throws is a fault.
///
/// It holds no text for people: the front looks that up in the reader's language.
public enum Refusal: Error, Sendable, Hashable {
    /// There is no such thing, or the caller may not know that there is.
    case notFound
    case forbidden
    case wrongCredentials
    /// Too many tries; the next counts after so many seconds.
    case throttled(retryAfterSeconds: Int)
    /// The certificate is numbered, but its file is still being made.
    case notReady
    /// The staff directory cannot be asked just now; nothing may be concluded from that.
    case directoryUnreachable
    /// More work is waiting than the machine can do soon.
    case busy
    /// A rule about the state of things, by its stable code.
    case conflict(Conflict)
    case invalid([FieldProblem])
    /// The application's workflow said no, for these reasons; never empty.
    case workflow([ApplicationRefusal])

    public enum Conflict: String, Sendable, Hashable {
        /// Somebody else has changed the application meanwhile.
        case applicationChanged = "application_changed"
        /// A bulk issue of this course is already under way.
        case bulkIssueUnderWay = "bulk_issue_under_way"
        /// The certificate was revoked, and asking again does not undo that.
        case certificateRevoked = "certificate_revoked"
        /// Another proposal to revoke the certificate waits for its decision.
        case revocationProposed = "revocation_proposed"
        /// The three conditions do not hold now.
        case certificateNotEarned = "certificate_not_earned"
        /// Nobody of the course has earned a certificate that is not issued yet.
        case nothingToIssue = "nothing_to_issue"
        /// The fee costs nothing, is paid, or waits for the finance unit.
        case noReceiptWanted = "no_receipt_wanted"
        /// The evaluation was sent, and cannot be changed.
        case alreadySent = "already_sent"
        /// The evaluation is not open for this participant.
        case evaluationNotOpen = "evaluation_not_open"
        /// A worker is talking to the mail server about this letter.
        case letterBeingSent = "letter_being_sent"
        /// The letter held a password, which was forgotten when it was sent.
        case letterForgotten = "letter_forgotten"
        /// Marks are taken from fifteen minutes before a session.
        case sessionNotBegun = "session_not_begun"
        /// The attendance is confirmed; it must be reopened first.
        case attendanceFrozen = "attendance_frozen"
        /// Nobody judges a course in which they take part.
        case ownAttendance = "own_attendance"
        /// The last session has not ended.
        case courseNotOver = "course_not_over"
        /// Somebody has a session without a mark.
        case attendanceBlank = "attendance_blank"
        /// A request not to come waits for the coordinator's decision.
        case releaseUndecided = "release_undecided"
        case nothingToConfirm = "nothing_to_confirm"
        case attendanceNotConfirmed = "attendance_not_confirmed"
        /// A request to reopen waits for an administrator.
        case reopeningWaiting = "reopening_waiting"
        /// Somebody's attendance is confirmed: the course was held.
        case courseHeld = "course_held"
        /// The course was cancelled; nothing leads out of that.
        case courseCancelled = "course_cancelled"
        /// Somebody else has saved a newer version meanwhile.
        case changedMeanwhile = "changed_meanwhile"
        /// It was decided before; the decision stands.
        case alreadyDecided = "already_decided"
        /// A text of the document holds a character that no font has.
        case unprintable
        /// The paper was not given out with the facts as they are now.
        case paperNotGiven = "paper_not_given"
        /// Nobody else could administer.
        case lastAdministrator = "last_administrator"
        /// Nobody blocks the own account.
        case ownAccount = "own_account"
        /// No letter can reach the account.
        case noAddress = "no_address"
        /// Something stands in the way of making two records of a person one: see ``RecordMerge/Obstacle``.
        case mergeObstructed = "merge_obstructed"
        /// The letter has no link.
        case letterWithoutLink = "letter_without_link"
    }
}

/// One wrong field of a form or of a file's row.
public struct FieldProblem: Sendable, Hashable {
    public let field: String
    /// Stable; the front has a sentence for it in both languages.
    public let code: String

    public init(field: String, code: String) {
        self.field = field
        self.code = code
    }
}
