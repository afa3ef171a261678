extension ApplicationAttempt {
    /// Where the event leads, once nothing stands in its way.
    var destination: ApplicationState {
        switch event {
        case .apply: .draft
        case .submit: .submitted
        case .revise: state ?? .draft
        case .supervisorSupports: state == .nominated ? .nominated : supported
        case .supervisorDeclines, .stateDeclines: .notSupported
        case .stateSupports, .skipStateStage: .supported
        case .approve: canSeat ? .approved : .waiting
        case .reject: .unsuccessful
        case .prioritise: .waiting
        case .promote: .offered
        case .acceptOffer, .confirm, .changeLogistics, .reopen, .walkIn, .takeSeat: .attending
        case .requestRelease, .nameReplacement: .releaseRequested
        case .acceptReplacement: .replaced
        case .grantRelease: .released
        case .refuseRelease: .approved
        case .declineOffer, .withdraw, .declineNomination: .withdrawn
        case .expireOffer, .closeNomination: .lapsed
        case .lapse: state == .waiting ? .unsuccessful : .lapsed
        case .cancelCourse: .courseCancelled
        case .moveDates: state == .attending ? .approved : state ?? .approved
        case .conclude: concluded
        case .nominate, .acceptNomination: .nominated
        }
    }

    private var supported: ApplicationState { course.rules.hasStateStage ? .supervisorSupported : .supported }

    private var concluded: ApplicationState {
        switch facts.outcome {
        case .completed: .completed
        case .insufficient: .insufficient
        case .absent, .pending: .absent
        }
    }

    /// Whom the move is told, in the order of the mails.
    func notices(to: ApplicationState) -> [Notice] {
        switch event {
        case .submit: [.applicationReceived, .supportWanted]
        case .revise: state == .submitted ? [.supportWanted] : []
        case .acceptNomination: [.supportWanted]
        case .supervisorSupports: [.supervisorSupported]
        case .supervisorDeclines, .stateDeclines: [.notSupported]
        case .stateSupports: [.stateSupported]
        case .approve: [to == .approved ? .offer : .onWaitingList]
        case .reject: [.unsuccessful]
        case .promote: [.seatOffered]
        case .acceptOffer, .confirm, .walkIn, .takeSeat: [.attendanceRecorded]
        case .requestRelease, .nameReplacement: [.releaseWanted]
        case .acceptReplacement, .grantRelease: [.releaseGranted]
        case .refuseRelease: [.releaseRefused]
        case .withdraw: state == .draft ? [] : [.endedEarly]
        case .declineOffer, .expireOffer, .closeNomination: [.endedEarly]
        case .lapse: [to == .unsuccessful ? .unsuccessful : .endedEarly]
        case .cancelCourse: state == .draft ? [] : [.courseCancelled]
        case .moveDates: [.courseMoved]
        case .conclude: [Self.notice(of: to)]
        case .reopen: facts.hasCertificate ? [.certificateSuspended] : []
        case .nominate: [.nominated]
        case .apply, .skipStateStage, .prioritise, .changeLogistics, .declineNomination: []
        }
    }

    private static func notice(of conclusion: ApplicationState) -> Notice {
        switch conclusion {
        case .completed: .attendanceConfirmed
        case .insufficient: .attendanceInsufficient
        default: .absenceRecorded
        }
    }

    /// What else is done; a seat that becomes free is offered on in the same transaction.
    func effects(to: ApplicationState) -> [ApplicationEffect] {
        ownEffects(to: to) + (freesSeat(to: to) ? [.listRefund, .promoteWaiting] : [])
    }

    private func freesSeat(to: ApplicationState) -> Bool {
        guard let state, state.holdsSeat, !to.holdsSeat else { return false }
        return ![.conclude, .acceptReplacement, .cancelCourse].contains(event)
    }

    private func ownEffects(to: ApplicationState) -> [ApplicationEffect] {
        switch event {
        case .submit: [.drawReference, .issueSupportLink]
        case .revise: state == .submitted ? [.revokeSupportLink, .issueSupportLink] : []
        case .withdraw: state == .submitted ? [.revokeSupportLink] : []
        case .supervisorSupports: state == .nominated ? [.recordNomineeSupport] : []
        case .supervisorDeclines: state == .nominated ? [.askAnotherName] : []
        case .approve: to == .approved ? [.issueOfferLetter] : []
        case .promote: [.startOfferClock]
        case .acceptOffer: [.issueOfferLetter, .updateLogistics]
        case .confirm, .changeLogistics: [.updateLogistics]
        case .requestRelease, .nameReplacement:
            request.absence?.replacement == nil ? [.updateLogistics] : [.updateLogistics, .nominateReplacement]
        case .acceptReplacement: [.seatReplacement, .listRefund]
        case .grantRelease, .refuseRelease: facts.hasOpenNomination ? [.closeNomination] : []
        case .cancelCourse: (state?.holdsSeat ?? false) ? [.listRefund, .supersedeOfferLetter] : []
        case .moveDates: state == .offered ? [] : [.supersedeOfferLetter, .issueOfferLetter, .updateLogistics]
        case .conclude: to == .absent ? [] : [.openEvaluation]
        case .reopen: facts.hasCertificate ? [.suspendCertificate] : []
        case .walkIn: [.informSupervisor, .updateLogistics]
        case .takeSeat: [.issueOfferLetter, .updateLogistics]
        case .acceptNomination: [.recordNomineeAcceptance, .issueSupportLink]
        case .nominate: [.drawReference]
        case .declineNomination: [.askAnotherName]
        case .lapse: state == .nominated ? [.askAnotherName] : state == .submitted ? [.revokeSupportLink] : []
        case .apply, .stateSupports, .stateDeclines, .skipStateStage, .reject, .prioritise, .declineOffer,
            .expireOffer, .closeNomination:
            []
        }
    }
}
