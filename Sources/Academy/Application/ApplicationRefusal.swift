/// Why an event cannot be carried out; the raw value is the stable reason code that pages, lists and exports show.
public enum ApplicationRefusal: String, Error, Sendable, Hashable, CaseIterable {
    // Who and where.
    case notPermitted = "not_permitted"
    /// Nobody decides on an own application.
    case ownApplication = "own_application"
    /// The application is not in a state in which this can happen.
    case wrongState = "wrong_state"
    // Applying.
    case accountInactive = "account_inactive"
    case courseNotOpen = "course_not_open"
    case closingPassed = "closing_passed"
    case notEligible = "not_eligible"
    case alreadyApplied = "already_applied"
    case dateClash = "date_clash"
    case yearlyCapReached = "yearly_cap_reached"
    case supervisorMissing = "supervisor_missing"
    case declarationMissing = "declaration_missing"
    // Support.
    case linkInvalid = "link_invalid"
    case linkExpired = "link_expired"
    /// The link was mailed before the application was changed.
    case applicationRevised = "application_revised"
    case reasonMissing = "reason_missing"
    case stateStageOff = "state_stage_off"
    case stateStageOn = "state_stage_on"
    case stateQuotaReached = "state_quota_reached"
    case decisionPassed = "decision_passed"
    // Seats.
    case quotaFull = "quota_full"
    case courseStarted = "course_started"
    case rejectionReasonMissing = "rejection_reason_missing"
    case noSeatFree = "no_seat_free"
    case notFirstInQueue = "not_first_in_queue"
    case cutOffPassed = "cut_off_passed"
    case offerExpired = "offer_expired"
    case offerStillOpen = "offer_still_open"
    // Confirmation, release and replacement.
    case logisticsMissing = "logistics_missing"
    case confirmationPassed = "confirmation_passed"
    case logisticsFrozen = "logistics_frozen"
    case absenceIncomplete = "absence_incomplete"
    case replacementMissing = "replacement_missing"
    case replacementNotAccepted = "replacement_not_accepted"
    case replacementNotSupported = "replacement_not_supported"
    case replacementNotEligible = "replacement_not_eligible"
    case replacementPending = "replacement_pending"
    case nominationExpired = "nomination_expired"
    // Endings.
    /// A seat is given back with a letter (*Tidak Hadir*), not withdrawn.
    case seatNeedsRelease = "seat_needs_release"
    /// An offer is answered, not withdrawn.
    case offerNeedsAnswer = "offer_needs_answer"
    case deadlineNotPassed = "deadline_not_passed"
    case seatDoesNotLapse = "seat_does_not_lapse"
    case notConfirmedTwice = "not_confirmed_twice"
    case sessionsNotEnded = "sessions_not_ended"
    case attendanceIncomplete = "attendance_incomplete"
    case releaseUndecided = "release_undecided"
    case secondPersonMissing = "second_person_missing"
    /// The course does not let replacements or walk-ins pass those who wait.
    case waitingListFirst = "waiting_list_first"
}
