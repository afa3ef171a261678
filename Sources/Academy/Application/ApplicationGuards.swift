/// An event about to happen, with all that decides whether it may.
struct ApplicationAttempt {
    let event: ApplicationEvent
    let state: ApplicationState?
    let standing: Standing
    let manner: ApplicationManner
    let circumstances: ApplicationCircumstances

    var course: CourseCircumstances { circumstances.course }
    var officer: OfficerCircumstances { circumstances.officer }
    var facts: ApplicationFacts { circumstances.application }
    var request: ApplicationRequest { circumstances.request }

    /// Whether it stands in the way; a refusal that is no guard never does.
    func isStopped(by refusal: ApplicationRefusal) -> Bool {
        stopsApplying(refusal) ?? stopsSupport(refusal) ?? stopsSeat(refusal) ?? stopsRelease(refusal)
            ?? stopsEnding(refusal) ?? false
    }

    private func stopsApplying(_ refusal: ApplicationRefusal) -> Bool? {
        switch refusal {
        case .accountInactive: !officer.isActive
        case .courseNotOpen: event == .walkIn ? ![.open, .underWay].contains(course.status) : course.status != .open
        case .closingPassed: state != .submitted && course.now.isAfter(course.deadlines.closing)
        case .notEligible: !officer.meetsCourseRules
        case .alreadyApplied: officer.earlier.contains { !$0.mayBeFollowed }
        case .dateClash: officer.hasClash && course.rules.clashBlocks
        case .yearlyCapReached: course.rules.yearlyCap.map { officer.coursesThisYear >= $0 } ?? false
        case .supervisorMissing: state != .draft || event == .submit ? request.supervisor == nil : false
        case .declarationMissing: !request.declares
        default: nil
        }
    }

    private func stopsSupport(_ refusal: ApplicationRefusal) -> Bool? {
        switch refusal {
        case .linkInvalid: request.link == .invalid
        case .linkExpired: request.link == .expired
        case .applicationRevised: request.link == .outdated
        case .reasonMissing: needsReason && request.reason == nil
        case .stateStageOff: !course.rules.hasStateStage
        case .stateStageOn: course.rules.hasStateStage
        case .stateQuotaReached: course.rules.stateQuota.map { course.supportedInState >= $0 } ?? false
        case .decisionPassed:
            ![.draft, .nominated].contains(state) && course.now.isAfter(course.deadlines.decision)
        default: nil
        }
    }

    /// A rejection for one of the listed reasons is told by its code; everything else that wants a reason wants words.
    private var needsReason: Bool { event == .reject ? request.rejection == .other : true }

    private func stopsSeat(_ refusal: ApplicationRefusal) -> Bool? {
        switch refusal {
        case .quotaFull: !canSeat && (!course.rules.hasWaitingList || course.isPastCutOff)
        case .courseStarted: course.hasStarted && !mayPassStart
        case .rejectionReasonMissing: request.rejection == nil
        case .noSeatFree: !course.hasFreeSeat && !(event == .walkIn && request.overbooks)
        case .waitingListFirst: course.waiting > 0 && !mayPassQueue
        case .notFirstInQueue: !facts.isFirstInQueue
        case .cutOffPassed: course.isPastCutOff && !isPickedByHand
        case .offerExpired: facts.offerExpires.map { course.now > $0 } ?? true
        case .offerStillOpen: facts.offerExpires.map { course.now <= $0 } ?? true
        default: nil
        }
    }

    /// A free seat goes to whoever waits, never past them.
    var canSeat: Bool { course.hasFreeSeat && course.waiting == 0 }

    /// Coordinators may seat somebody after the start, with a reason.
    private var mayPassStart: Bool { [.approve, .promote].contains(event) && request.reason != nil }

    private var mayPassQueue: Bool {
        event == .walkIn ? request.overbooks : course.rules.putsReplacementFirst
    }

    /// After the cut-off a coordinator may still pick by hand, with a reason; the system does not.
    private var isPickedByHand: Bool { !standing.parties.contains(.system) && request.reason != nil }

    private func stopsRelease(_ refusal: ApplicationRefusal) -> Bool? {
        switch refusal {
        case .logisticsMissing: request.logistics == nil
        case .confirmationPassed: manner == .direct && course.isPastCutOff
        case .logisticsFrozen: manner == .direct && isFrozen
        case .absenceIncomplete: request.absence == nil
        case .replacementMissing: request.absence.map { $0.replacement == nil && !mayGoWithout } ?? true
        case .replacementNotEligible: isReplacing && facts.nomination?.isEligible != true
        case .replacementNotAccepted: isReplacing && facts.nomination?.hasAccepted != true
        case .replacementNotSupported: facts.nomination?.isSupported != true
        case .replacementPending: facts.hasOpenNomination
        case .nominationExpired: facts.nomination.map { course.now > $0.expires } ?? true
        default: nil
        }
    }

    private var isFrozen: Bool { course.now.isAfter(course.deadlines.freeze) }

    private var mayGoWithout: Bool {
        event == .requestRelease && (course.rules.permitsAbsenceWithoutReplacement || isFrozen)
    }

    /// Whether a replacement is at stake at all.
    private var isReplacing: Bool {
        switch event {
        case .requestRelease, .nameReplacement: request.absence?.replacement != nil
        case .supervisorSupports: state == .nominated
        default: true
        }
    }

    private func stopsEnding(_ refusal: ApplicationRefusal) -> Bool? {
        switch refusal {
        case .seatDoesNotLapse: state == .approved && !course.rules.lapsesUnconfirmed
        case .deadlineNotPassed: !isOverdue
        case .notConfirmedTwice: !request.isConfirmedTwice
        case .sessionsNotEnded: course.now < course.ends
        case .attendanceIncomplete: !course.attendanceIsComplete || facts.outcome == .pending
        case .releaseUndecided: course.undecidedReleases > 0
        case .secondPersonMissing: !isSeconded
        default: nil
        }
    }

    /// What was sent in time waits until the academy's decision day; only drafts end at closing.
    ///
    /// Grace keeps the waiting list open after the cut-off for a coordinator who picks by hand; the system offers
    /// nothing then.
    ///
    /// A replacement whom everybody has agreed to waits for the coordinator and does not run out.
    private var isOverdue: Bool {
        switch state {
        case .draft: course.isOver(course.deadlines.closing)
        case .submitted, .supervisorSupported, .supported: course.isOver(course.deadlines.decision)
        case .waiting, .approved: course.isOver(course.deadlines.confirmation)
        case .nominated: facts.nomination.map { course.now > $0.expires && !$0.isComplete } ?? true
        default: false
        }
    }

    /// Two persons, neither of them the applicant: an administrator, and a coordinator or another administrator, who may
    /// do whatever coordinators may.
    private var isSeconded: Bool {
        guard let second = request.secondPerson, second.isSomebodyElse(than: standing) else { return false }
        let pair = [standing.parties, second.parties]
        return !second.parties.contains(.applicant)
            && pair.contains { $0.contains(.administrator) }
            && pair.allSatisfy { !$0.isDisjoint(with: [.coordinator, .administrator]) }
    }
}
