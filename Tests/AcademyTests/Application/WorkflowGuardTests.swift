import Academy
import Testing

/// One thing at a time is changed for the worse: exactly that reason is told.
@Suite struct WorkflowGuardTests {
    private static func refusals(
        _ event: ApplicationEvent, from state: ApplicationState?, by parties: ApplicationParty...,
        when change: (inout ApplicationCircumstances) throws -> Void
    ) throws -> [ApplicationRefusal] {
        let standing = Standing(person: Officer.ID("actor"), parties: Set(parties))
        var circumstances = try Fixture.favourable(event, from: state, by: standing)
        try change(&circumstances)
        return ApplicationWorkflow.refusals(from: state, on: event, by: standing, in: circumstances)
    }

    @Test func `applying needs an active officer, an open course, time and no other application`() throws {
        func apply(_ change: (inout ApplicationCircumstances) throws -> Void) throws -> [ApplicationRefusal] {
            try Self.refusals(.apply, from: nil, by: .applicant, when: change)
        }
        #expect(try apply { $0.officer.isActive = false } == [.accountInactive])
        for status in [Course.Status.planned, .underWay, .ended, .cancelled] {
            #expect(try apply { $0.course.status = status } == [.courseNotOpen])
        }
        #expect(try apply { $0.course.now = .end(of: $0.course.deadlines.closing) } == [])
        #expect(try apply { $0.course.now = Fixture.moment(-13, hour: 0) } == [.closingPassed])
        #expect(try apply { $0.officer.meetsCourseRules = false } == [.notEligible])
        #expect(try apply { $0.officer.hasClash = true } == [])
        #expect(try apply { ($0.officer.hasClash, $0.course.rules.clashBlocks) = (true, true) } == [.dateClash])
        #expect(try apply { ($0.officer.coursesThisYear, $0.course.rules.yearlyCap) = (5, 6) } == [])
        #expect(try apply { ($0.officer.coursesThisYear, $0.course.rules.yearlyCap) = (6, 6) } == [.yearlyCapReached])
        #expect(
            try apply { ($0.officer, $0.course.status) = (OfficerCircumstances(), .planned) }
                == [.accountInactive, .courseNotOpen, .notEligible])
    }

    @Test(arguments: ApplicationState.allCases)
    func `a fresh application may follow only one that failed or was given up`(earlier: ApplicationState) throws {
        let refusals = try Self.refusals(.apply, from: nil, by: .applicant) { $0.officer.earlier = [earlier] }
        let mayFollow = [.notSupported, .unsuccessful, .lapsed, .withdrawn].contains(earlier)
        #expect(refusals == (mayFollow ? [] : [.alreadyApplied]))
    }

    @Test func `sending needs supervisor and declaration`() throws {
        #expect(
            try Self.refusals(.submit, from: .draft, by: .applicant) {
                $0.request = ApplicationRequest()
            } == [.supervisorMissing, .declarationMissing])
        #expect(try Self.refusals(.revise, from: .draft, by: .applicant) { $0.request = ApplicationRequest() } == [])
        #expect(
            try Self.refusals(.revise, from: .submitted, by: .applicant) { $0.request = ApplicationRequest() }
                == [.supervisorMissing])
    }

    @Test func `edge 5: a supervisor may support after closing, until the academy's decision day`() throws {
        func support(_ days: Int) throws -> [ApplicationRefusal] {
            try Self.refusals(.supervisorSupports, from: .submitted, by: .supervisor) {
                $0.course.now = Fixture.moment(days)
            }
        }
        #expect(try support(-12) == [])
        #expect(try support(-10) == [])
        #expect(try support(-9) == [.decisionPassed])
    }

    @Test(arguments: [
        (SupportLink.current, [ApplicationRefusal]()), (.account, []), (.invalid, [.linkInvalid]),
        (.expired, [.linkExpired]), (.outdated, [.applicationRevised]),
    ])
    func `edge 3: only the link to the present version decides`(link: SupportLink, expected: [ApplicationRefusal])
        throws
    {
        for event in [ApplicationEvent.supervisorSupports, .supervisorDeclines] {
            #expect(try Self.refusals(event, from: .submitted, by: .supervisor) { $0.request.link = link } == expected)
        }
    }

    @Test func `a refusal of support, a hand-picked order and an administrator's override need words`() throws {
        for (event, state, party) in [
            (ApplicationEvent.supervisorDeclines, ApplicationState.submitted, ApplicationParty.supervisor),
            (.stateDeclines, .supervisorSupported, .stateTrainingOfficer), (.prioritise, .waiting, .coordinator),
            (.refuseRelease, .releaseRequested, .coordinator), (.supervisorSupports, .submitted, .administrator),
            (.stateSupports, .supervisorSupported, .administrator), (.reopen, .completed, .coordinator),
        ] {
            #expect(try Self.refusals(event, from: state, by: party) { $0.request.reason = nil } == [.reasonMissing])
        }
    }

    @Test func `the state stage needs to be on, and has a quota of its own`() throws {
        func support(_ change: (inout ApplicationCircumstances) -> Void) throws -> [ApplicationRefusal] {
            try Self.refusals(.stateSupports, from: .supervisorSupported, by: .stateTrainingOfficer, when: change)
        }
        #expect(try support { $0.course.rules.hasStateStage = false } == [.stateStageOff])
        #expect(try support { ($0.course.rules.stateQuota, $0.course.supportedInState) = (3, 2) } == [])
        #expect(
            try support { ($0.course.rules.stateQuota, $0.course.supportedInState) = (3, 3) } == [.stateQuotaReached])
        #expect(
            try Self.refusals(.skipStateStage, from: .supervisorSupported, by: .system) {
                $0.course.rules.hasStateStage = true
            } == [.stateStageOn])
    }

    @Test func `rejecting needs a code, and words where the code says nothing`() throws {
        func reject(_ rejection: RejectionReason?) throws -> [ApplicationRefusal] {
            try Self.refusals(.reject, from: .supported, by: .coordinator) {
                ($0.request.rejection, $0.request.reason) = (rejection, nil)
            }
        }
        #expect(try reject(nil) == [.rejectionReasonMissing])
        #expect(try reject(.other) == [.reasonMissing])
        for rejection in [RejectionReason.quotaFull, .notEligible, .priority] { #expect(try reject(rejection) == []) }
    }

    @Test func `a full course without a waiting list, or past its cut-off, gives no seat`() throws {
        func approve(_ change: (inout CourseCircumstances) -> Void) throws -> [ApplicationRefusal] {
            try Self.refusals(.approve, from: .supported, by: .coordinator) { change(&$0.course) }
        }
        #expect(try approve { $0.seatsHeld = 2 } == [])
        #expect(try approve { ($0.seatsHeld, $0.rules.hasWaitingList) = (2, false) } == [.quotaFull])
        #expect(try approve { ($0.seatsHeld, $0.now) = (2, Fixture.moment(-6)) } == [.quotaFull])
        #expect(try approve { $0.now = Fixture.moment(-6) } == [])
        #expect(try approve { $0.now = Fixture.moment(0) } == [])
        #expect(
            try Self.refusals(.approve, from: .supported, by: .coordinator) {
                ($0.course.now, $0.request.reason) = (Fixture.moment(0), nil)
            } == [.courseStarted])
    }

    @Test func `edge 9: after the cut-off the system promotes nobody, and a coordinator only with a reason`() throws {
        func promote(_ party: ApplicationParty, _ reason: ReasonText?) throws -> [ApplicationRefusal] {
            try Self.refusals(.promote, from: .waiting, by: party) {
                ($0.course.now, $0.request.reason) = (Fixture.moment(-6), reason)
            }
        }
        let reason = try ReasonText(parsing: "dipilih oleh penyelaras")
        #expect(try promote(.system, reason) == [.cutOffPassed])
        #expect(try promote(.system, nil) == [.cutOffPassed])
        #expect(try promote(.coordinator, nil) == [.cutOffPassed])
        #expect(try promote(.coordinator, reason) == [])
    }

    @Test func `a promotion needs a free seat, the turn and an officer who still fits`() throws {
        func promote(_ change: (inout ApplicationCircumstances) -> Void) throws -> [ApplicationRefusal] {
            try Self.refusals(.promote, from: .waiting, by: .system, when: change)
        }
        #expect(try promote { $0.course.seatsHeld = 2 } == [.noSeatFree])
        #expect(try promote { $0.application.isFirstInQueue = false } == [.notFirstInQueue])
        #expect(try promote { $0.officer.isActive = false } == [.accountInactive])
        #expect(try promote { $0.officer.meetsCourseRules = false } == [.notEligible])
    }

    @Test func `an offer ends when its time is up, and not before`() throws {
        func at(_ event: ApplicationEvent, _ party: ApplicationParty, _ offset: Int64) throws -> [ApplicationRefusal] {
            try Self.refusals(event, from: .offered, by: party) {
                $0.application.offerExpires = $0.course.now.adding(seconds: offset)
            }
        }
        #expect(try at(.acceptOffer, .applicant, 0) == [])
        #expect(try at(.acceptOffer, .applicant, -1) == [.offerExpired])
        #expect(try at(.expireOffer, .system, 0) == [.offerStillOpen])
        #expect(try at(.expireOffer, .system, -1) == [])
    }

    @Test func `Hadir needs logistics and time; the coordinator may answer late for an officer`() throws {
        func confirm(_ party: ApplicationParty, _ days: Int) throws -> [ApplicationRefusal] {
            try Self.refusals(.confirm, from: .approved, by: party) { $0.course.now = Fixture.moment(days) }
        }
        #expect(try confirm(.applicant, -7) == [])
        #expect(try confirm(.applicant, -6) == [.confirmationPassed])
        #expect(try confirm(.coordinator, -6) == [])
        for (event, state) in [(ApplicationEvent.confirm, ApplicationState.approved), (.acceptOffer, .offered)] {
            #expect(
                try Self.refusals(event, from: state, by: .applicant) { $0.request.logistics = nil }
                    == [.logisticsMissing])
        }
    }

    @Test func `plates change until the freeze, and later through the coordinator`() throws {
        func change(_ party: ApplicationParty, _ days: Int) throws -> [ApplicationRefusal] {
            try Self.refusals(.changeLogistics, from: .attending, by: party) { $0.course.now = Fixture.moment(days) }
        }
        #expect(try change(.applicant, -2) == [])
        #expect(try change(.applicant, -1) == [.logisticsFrozen])
        #expect(try change(.coordinator, -1) == [])
    }

    @Test func `edge 11: Tidak Hadir is possible until the first session begins`() throws {
        func release(_ moment: Instant) throws -> [ApplicationRefusal] {
            try Self.refusals(.requestRelease, from: .attending, by: .applicant) { $0.course.now = moment }
        }
        #expect(try release(Fixture.moment(0, hour: 7)) == [])
        #expect(try release(Fixture.moment(0, hour: 8)) == [.courseStarted])
    }

    @Test func `Tidak Hadir needs the form, and a replacement unless the course permits none or it is too late`() throws
    {
        func release(permits: Bool, days: Int) throws -> [ApplicationRefusal] {
            try Self.refusals(.requestRelease, from: .approved, by: .applicant) {
                $0.course.rules.permitsAbsenceWithoutReplacement = permits
                $0.course.now = Fixture.moment(days)
                $0.request.absence = Absence(
                    letter: Letter.ID("l"), reason: try ReasonText(parsing: "cuti sakit"), replacement: nil)
            }
        }
        #expect(try release(permits: false, days: -5) == [.replacementMissing])
        #expect(try release(permits: false, days: -1) == [])
        #expect(try release(permits: true, days: -5) == [])
        #expect(
            try Self.refusals(.requestRelease, from: .approved, by: .applicant) { $0.request.absence = nil }
                == [.absenceIncomplete, .replacementMissing])
        #expect(
            try Self.refusals(.requestRelease, from: .approved, by: .applicant) {
                $0.application.nomination?.isEligible = false
            } == [.replacementNotEligible])
    }

    @Test func `edge 12: a seat moves only to a replacement who said yes, is supported and still fits`() throws {
        for (event, state, party) in [
            (ApplicationEvent.acceptReplacement, ApplicationState.releaseRequested, ApplicationParty.coordinator),
            (.takeSeat, .nominated, .system),
        ] {
            func move(_ change: (inout Nomination?) -> Void) throws -> [ApplicationRefusal] {
                try Self.refusals(event, from: state, by: party) { change(&$0.application.nomination) }
            }
            #expect(try move { $0?.hasAccepted = false } == [.replacementNotAccepted])
            #expect(try move { $0?.isSupported = false } == [.replacementNotSupported])
            #expect(try move { $0?.isEligible = false } == [.replacementNotEligible])
            #expect(
                try move { $0 = nil }
                    == [.replacementNotAccepted, .replacementNotSupported, .replacementNotEligible])
        }
    }

    @Test func `a replacement passes those who wait only where the course says so`() throws {
        func accept(first: Bool, waiting: Int) throws -> [ApplicationRefusal] {
            try Self.refusals(.acceptReplacement, from: .releaseRequested, by: .coordinator) {
                ($0.course.rules.putsReplacementFirst, $0.course.waiting) = (first, waiting)
            }
        }
        #expect(try accept(first: true, waiting: 3) == [])
        #expect(try accept(first: false, waiting: 0) == [])
        #expect(try accept(first: false, waiting: 1) == [.waitingListFirst])
    }

    @Test func `another replacement is named after the first said no, until the freeze`() throws {
        func name(_ change: (inout ApplicationCircumstances) -> Void) throws -> [ApplicationRefusal] {
            try Self.refusals(.nameReplacement, from: .releaseRequested, by: .applicant, when: change)
        }
        #expect(try name { $0.application.hasOpenNomination = true } == [.replacementPending])
        #expect(try name { $0.course.now = Fixture.moment(-1) } == [.logisticsFrozen])
        #expect(try name { $0.application.nomination?.isEligible = false } == [.replacementNotEligible])
    }

    @Test func `a nomination is answered in time, with the own supervisor`() throws {
        func accept(_ change: (inout ApplicationCircumstances) -> Void) throws -> [ApplicationRefusal] {
            try Self.refusals(.acceptNomination, from: .nominated, by: .applicant, when: change)
        }
        #expect(
            try accept { $0.application.nomination?.expires = $0.course.now.adding(seconds: -1) } == [
                .nominationExpired
            ])
        #expect(try accept { $0.request.supervisor = nil } == [.supervisorMissing])
        #expect(
            try Self.refusals(.supervisorSupports, from: .nominated, by: .supervisor) {
                $0.application.nomination?.hasAccepted = false
            } == [.replacementNotAccepted])
    }

    @Test(arguments: [
        (ApplicationState.draft, -14, -13), (.submitted, -10, -9), (.supervisorSupported, -10, -9),
        (.supported, -10, -9), (.waiting, -7, -6), (.approved, -7, -6),
    ])
    func `what nobody did in time ends the day after, or after the grace`(state: ApplicationState, open: Int, over: Int)
        throws
    {
        func lapse(_ days: Int, grace: Int = 0) throws -> [ApplicationRefusal] {
            try Self.refusals(.lapse, from: state, by: .system) {
                ($0.course.now, $0.course.rules.graceDays) = (Fixture.moment(days), grace)
            }
        }
        #expect(try lapse(open) == [.deadlineNotPassed])
        #expect(try lapse(over) == [])
        #expect(try lapse(over, grace: 1) == [.deadlineNotPassed])
        #expect(try lapse(over + 1, grace: 1) == [])
    }

    @Test func `a nomination runs out while somebody has to answer, and not once all have said yes`() throws {
        for (accepted, supported, refusals) in [
            (false, false, [ApplicationRefusal]()), (true, false, []), (true, true, [.deadlineNotPassed]),
        ] {
            let found = try Self.refusals(.lapse, from: .nominated, by: .system) {
                $0.application.nomination?.hasAccepted = accepted
                $0.application.nomination?.isSupported = supported
            }
            #expect(found == refusals)
        }
        let early = try Self.refusals(.lapse, from: .nominated, by: .system) {
            $0.application.nomination?.expires = $0.course.now
        }
        #expect(early == [.deadlineNotPassed])
    }

    @Test func `an unconfirmed seat lapses only where the course says so`() throws {
        #expect(
            try Self.refusals(.lapse, from: .approved, by: .system) { $0.course.rules.lapsesUnconfirmed = false }
                == [.seatDoesNotLapse])
    }

    @Test func `a course is cancelled by somebody who was asked twice`() throws {
        #expect(
            try Self.refusals(.cancelCourse, from: .approved, by: .administrator) {
                $0.request.isConfirmedTwice = false
            }
                == [.notConfirmedTwice])
    }

    @Test func `edge 29: attendance is confirmed after the last session, without blanks and open requests`() throws {
        func conclude(_ change: (inout ApplicationCircumstances) -> Void) throws -> [ApplicationRefusal] {
            try Self.refusals(.conclude, from: .attending, by: .coordinator, when: change)
        }
        #expect(try conclude { $0.course.now = $0.course.ends } == [])
        #expect(try conclude { $0.course.now = $0.course.ends.adding(seconds: -1) } == [.sessionsNotEnded])
        #expect(try conclude { $0.course.attendanceIsComplete = false } == [.attendanceIncomplete])
        #expect(try conclude { $0.application.outcome = .pending } == [.attendanceIncomplete])
        #expect(try conclude { $0.course.undecidedReleases = 1 } == [.releaseUndecided])
    }

    @Test func `reopening takes an administrator and a coordinator or a second administrator, two persons`() throws {
        func reopen(_ second: Standing?) throws -> [ApplicationRefusal] {
            try Self.refusals(.reopen, from: .completed, by: .coordinator) { $0.request.secondPerson = second }
        }
        let other = Officer.ID("other")
        #expect(try reopen(Standing(person: other, parties: [.administrator])) == [])
        #expect(try reopen(Standing(person: Officer.ID("actor"), parties: [.administrator])) == [.secondPersonMissing])
        #expect(try reopen(Standing(person: other, parties: [.coordinator])) == [.secondPersonMissing])
        #expect(try reopen(Standing(person: other, parties: [.administrator, .applicant])) == [.secondPersonMissing])
        #expect(try reopen(Standing(person: nil, parties: [.administrator])) == [.secondPersonMissing])
        #expect(try reopen(nil) == [.secondPersonMissing])
        let administrators = try Self.refusals(.reopen, from: .completed, by: .administrator) {
            $0.request.secondPerson = Standing(person: other, parties: [.administrator])
        }
        #expect(administrators == [])
    }

    @Test func `edge 55: a walk-in needs a seat or a meant excess, a reason and a place in the directory`() throws {
        func walkIn(_ change: (inout ApplicationCircumstances) -> Void) throws -> [ApplicationRefusal] {
            try Self.refusals(.walkIn, from: nil, by: .coordinator, when: change)
        }
        #expect(try walkIn { $0.course.status = .underWay } == [])
        #expect(try walkIn { $0.course.status = .cancelled } == [.courseNotOpen])
        #expect(try walkIn { $0.course.seatsHeld = 2 } == [.noSeatFree])
        #expect(try walkIn { ($0.course.seatsHeld, $0.request.overbooks) = (2, true) } == [])
        #expect(try walkIn { $0.course.waiting = 1 } == [.waitingListFirst])
        #expect(try walkIn { $0.request.reason = nil } == [.reasonMissing])
        #expect(try walkIn { $0.officer.isActive = false } == [.accountInactive])
        #expect(try walkIn { $0.officer.earlier = [.approved] } == [.alreadyApplied])
    }

    @Test func `without the state stage a supervisor's support goes straight to the academy`() throws {
        var circumstances = try Fixture.favourable(.supervisorSupports, from: .submitted, by: .system)
        circumstances.course.rules.hasStateStage = false
        let outcome = ApplicationWorkflow.move(
            from: .submitted, on: .supervisorSupports, by: Fixture.standing(.supervisor), in: circumstances)
        #expect(outcome.state == .supported)
    }

    @Test func `every guard of the table is tested above or is told by the table itself`() {
        let guards = Set(ApplicationRule.all.flatMap(\.guards))
        let told: Set<ApplicationRefusal> = [
            .notPermitted, .ownApplication, .wrongState, .seatNeedsRelease, .offerNeedsAnswer,
        ]
        #expect(guards.union(told) == Set(ApplicationRefusal.allCases))
        #expect(guards.isDisjoint(with: told))
    }
}
