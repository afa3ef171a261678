extension ApplicationRule {
    /// The whole table, one row an event, in the order of ``ApplicationEvent``.
    public static let all: [ApplicationRule] = application + support + decision + participation + endings + replacement

    /// The row of an event; every event has one.
    public static func of(_ event: ApplicationEvent) -> ApplicationRule? { byEvent[event] }

    private static let byEvent = Dictionary(all.map { ($0.event, $0) }) { first, _ in first }

    /// User guide: *Mohon Kursus*, *Lengkapkan maklumat Penyelia*, *Hantar Permohonan*.
    private static let application = [
        ApplicationRule(
            .apply, from: [nil], to: [.draft], by: .own,
            unless: [
                .accountInactive, .courseNotOpen, .closingPassed, .notEligible, .alreadyApplied, .dateClash,
                .yearlyCapReached,
            ]),
        ApplicationRule(
            .submit, from: [.draft], to: [.submitted], by: .own,
            unless: [
                .accountInactive, .courseNotOpen, .closingPassed, .notEligible, .dateClash, .yearlyCapReached,
                .supervisorMissing, .declarationMissing,
            ]),
        ApplicationRule(
            .revise, from: [.draft, .submitted], to: [.draft, .submitted], by: .own,
            unless: [.closingPassed, .decisionPassed, .supervisorMissing]),
    ]

    private static let support = [
        ApplicationRule(
            .supervisorSupports, from: [.submitted, .nominated], to: [.supervisorSupported, .supported, .nominated],
            by: .supervisor, isDecision: true,
            unless: [.linkInvalid, .linkExpired, .applicationRevised, .decisionPassed, .replacementNotAccepted]),
        ApplicationRule(
            .supervisorDeclines, from: [.submitted, .nominated], to: [.notSupported], by: .supervisor,
            isDecision: true, unless: [.linkInvalid, .linkExpired, .applicationRevised, .reasonMissing]),
        ApplicationRule(
            .stateSupports, from: [.supervisorSupported], to: [.supported], by: .state, isDecision: true,
            unless: [.stateStageOff, .stateQuotaReached, .decisionPassed]),
        ApplicationRule(
            .stateDeclines, from: [.supervisorSupported], to: [.notSupported], by: .state, isDecision: true,
            unless: [.stateStageOff, .reasonMissing]),
        ApplicationRule(
            .skipStateStage, from: [.supervisorSupported], to: [.supported], by: .system, unless: [.stateStageOn]),
    ]

    private static let decision = [
        ApplicationRule(
            .approve, from: [.supported], to: [.approved, .waiting], by: .academy, isDecision: true,
            unless: [.accountInactive, .courseStarted, .quotaFull]),
        ApplicationRule(
            .reject, from: [.supported, .waiting], to: [.unsuccessful], by: .academy, isDecision: true,
            unless: [.rejectionReasonMissing, .reasonMissing]),
        ApplicationRule(
            .prioritise, from: [.waiting], to: [.waiting], by: .academy, isDecision: true, unless: [.reasonMissing]),
        ApplicationRule(
            .promote, from: [.waiting], to: [.offered], by: .system.merging(.academy) { $1 }, isDecision: true,
            unless: [
                .accountInactive, .notEligible, .dateClash, .noSeatFree, .notFirstInQueue, .cutOffPassed,
                .courseStarted,
            ]),
        ApplicationRule(
            .acceptOffer, from: [.offered], to: [.attending], by: .own, unless: [.offerExpired, .logisticsMissing]),
        ApplicationRule(.declineOffer, from: [.offered], to: [.withdrawn], by: .own),
        ApplicationRule(.expireOffer, from: [.offered], to: [.lapsed], by: .system, unless: [.offerStillOpen]),
    ]

    /// User guide: *Pengesahan Kehadiran*, *Hadir* and *Tidak Hadir*.
    private static let participation = [
        ApplicationRule(
            .confirm, from: [.approved], to: [.attending], by: .own, unless: [.confirmationPassed, .logisticsMissing]),
        ApplicationRule(
            .changeLogistics, from: [.attending], to: [.attending], by: .own,
            unless: [.logisticsFrozen, .logisticsMissing]),
        ApplicationRule(
            .requestRelease, from: [.approved, .attending], to: [.releaseRequested], by: .own,
            unless: [.courseStarted, .absenceIncomplete, .replacementMissing, .replacementNotEligible]),
        ApplicationRule(
            .nameReplacement, from: [.releaseRequested], to: [.releaseRequested], by: .own,
            unless: [
                .courseStarted, .logisticsFrozen, .replacementPending, .replacementMissing, .replacementNotEligible,
            ]),
        ApplicationRule(
            .acceptReplacement, from: [.releaseRequested], to: [.replaced], by: .academy, isDecision: true,
            unless: [
                .replacementNotAccepted, .replacementNotSupported, .replacementNotEligible, .waitingListFirst,
            ]),
        ApplicationRule(
            .grantRelease, from: [.releaseRequested], to: [.released], by: .academy, isDecision: true),
        ApplicationRule(
            .refuseRelease, from: [.releaseRequested], to: [.approved], by: .academy, isDecision: true,
            unless: [.courseStarted, .reasonMissing]),
    ]

    private static let endings = [
        ApplicationRule(
            .withdraw, from: [.draft, .submitted, .supervisorSupported, .supported, .waiting], to: [.withdrawn],
            by: .own),
        ApplicationRule(
            .lapse,
            from: [.draft, .submitted, .supervisorSupported, .supported, .waiting, .approved, .nominated],
            to: [.lapsed, .unsuccessful], by: .system, unless: [.seatDoesNotLapse, .deadlineNotPassed]),
        ApplicationRule(
            .cancelCourse, from: ApplicationState.allCases.filter(\.isLive), to: [.courseCancelled], by: .academy,
            unless: [.notConfirmedTwice]),
        ApplicationRule(
            .moveDates, from: ApplicationState.allCases.filter(\.holdsSeat),
            to: [.offered, .approved, .releaseRequested], by: .academy),
        ApplicationRule(
            .conclude, from: [.approved, .attending], to: [.completed, .insufficient, .absent], by: .academy,
            isDecision: true, unless: [.sessionsNotEnded, .attendanceIncomplete, .releaseUndecided]),
        ApplicationRule(
            .reopen, from: [.completed, .insufficient, .absent], to: [.attending], by: .academy, isDecision: true,
            unless: [.reasonMissing, .secondPersonMissing]),
        ApplicationRule(
            .walkIn, from: [nil], to: [.attending], by: .academy, isDecision: true,
            unless: [
                .accountInactive, .courseNotOpen, .alreadyApplied, .reasonMissing, .noSeatFree, .waitingListFirst,
            ]),
    ]

    private static let replacement = [
        ApplicationRule(
            .nominate, from: [nil], to: [.nominated], by: .system,
            unless: [.accountInactive, .alreadyApplied, .replacementNotEligible]),
        ApplicationRule(
            .acceptNomination, from: [.nominated], to: [.nominated], by: .own,
            unless: [.nominationExpired, .supervisorMissing]),
        ApplicationRule(.declineNomination, from: [.nominated], to: [.withdrawn], by: .own),
        ApplicationRule(
            .takeSeat, from: [.nominated], to: [.attending], by: .system,
            unless: [.replacementNotAccepted, .replacementNotSupported, .replacementNotEligible]),
        ApplicationRule(.closeNomination, from: [.nominated], to: [.lapsed], by: .system),
    ]
}
