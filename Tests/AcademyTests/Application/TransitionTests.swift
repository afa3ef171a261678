import Academy
import Testing

@Suite struct TransitionTests {
    private static func move(
        _ event: ApplicationEvent, _ state: ApplicationState?, _ party: ApplicationParty,
        _ change: (inout ApplicationCircumstances) -> Void = { _ in }
    ) throws -> ApplicationTransition {
        let standing = Fixture.standing(party)
        var circumstances = try Fixture.favourable(event, from: state, by: standing)
        change(&circumstances)
        let outcome = ApplicationWorkflow.move(from: state, on: event, by: standing, in: circumstances)
        guard case .moved(let transition) = outcome else {
            Issue.record("\(event) was not carried out: \(outcome)")
            throw CancellationError()
        }
        return transition
    }

    /// The numbers are those by which operators know the mails.
    @Test(arguments: [
        (ApplicationEvent.submit, ApplicationState?.some(.draft), ApplicationParty.applicant, [3, 4]),
        (.revise, .submitted, .applicant, [4]), (.revise, .draft, .applicant, []),
        (.supervisorSupports, .submitted, .supervisor, [5]), (.supervisorDeclines, .submitted, .supervisor, [6]),
        (.stateSupports, .supervisorSupported, .stateTrainingOfficer, [7]),
        (.stateDeclines, .supervisorSupported, .stateTrainingOfficer, [6]), (.approve, .supported, .coordinator, [8]),
        (.reject, .waiting, .coordinator, [10]), (.promote, .waiting, .system, [11]),
        (.acceptOffer, .offered, .applicant, [12]), (.declineOffer, .offered, .applicant, [13]),
        (.expireOffer, .offered, .system, [13]), (.confirm, .approved, .applicant, [12]),
        (.changeLogistics, .attending, .applicant, []), (.requestRelease, .attending, .applicant, [14]),
        (.acceptReplacement, .releaseRequested, .coordinator, [15]),
        (.grantRelease, .releaseRequested, .coordinator, [15]),
        (.refuseRelease, .releaseRequested, .coordinator, [16]), (.withdraw, .submitted, .applicant, [13]),
        (.withdraw, .draft, .applicant, []), (.lapse, .submitted, .system, [13]), (.lapse, .waiting, .system, [10]),
        (.cancelCourse, .approved, .coordinator, [17]), (.cancelCourse, .draft, .coordinator, []),
        (.moveDates, .approved, .coordinator, [18]), (.conclude, .attending, .coordinator, [19]),
        (.reopen, .completed, .coordinator, [22]), (.walkIn, nil, .coordinator, [12]),
        (.nominate, nil, .system, [23]), (.acceptNomination, .nominated, .applicant, [4]),
        (.takeSeat, .nominated, .system, [12]), (.closeNomination, .nominated, .system, [13]),
        (.apply, nil, .applicant, []), (.prioritise, .waiting, .coordinator, []),
    ])
    func `each move tells those whom it concerns`(
        event: ApplicationEvent, state: ApplicationState?, party: ApplicationParty, numbers: [Int]
    ) throws {
        #expect(try Self.move(event, state, party).notices.map(\.rawValue) == numbers)
    }

    @Test(arguments: [(CourseOutcome.completed, 19, true), (.insufficient, 20, true), (.absent, 21, false)])
    func `confirmed attendance tells its outcome, and opens the evaluation to those who came`(
        outcome: CourseOutcome, number: Int, opens: Bool
    ) throws {
        let transition = try Self.move(.conclude, .approved, .coordinator) { $0.application.outcome = outcome }
        #expect(transition.to.courseOutcome == outcome)
        #expect(transition.notices.map(\.rawValue) == [number])
        #expect(transition.effects.contains(.openEvaluation) == opens)
    }

    @Test func `sending draws the reference and links the supervisor; a revision replaces the link`() throws {
        #expect(try Self.move(.submit, .draft, .applicant).effects == [.drawReference, .issueSupportLink])
        #expect(try Self.move(.revise, .submitted, .applicant).effects == [.revokeSupportLink, .issueSupportLink])
    }

    @Test func `whatever frees a seat offers it on, and finance hears of it`() throws {
        for (event, state, party) in [
            (ApplicationEvent.declineOffer, ApplicationState.offered, ApplicationParty.applicant),
            (.expireOffer, .offered, .system), (.grantRelease, .releaseRequested, .coordinator),
            (.lapse, .approved, .system),
        ] {
            #expect(try Self.move(event, state, party).effects.suffix(2) == [.listRefund, .promoteWaiting])
        }
    }

    @Test func `a seat that moves to a replacement, or ends with the course, is not offered on`() throws {
        let replaced = try Self.move(.acceptReplacement, .releaseRequested, .coordinator)
        #expect(replaced.effects == [.seatReplacement, .listRefund])
        #expect(try !Self.move(.cancelCourse, .attending, .administrator).effects.contains(.promoteWaiting))
        #expect(try !Self.move(.conclude, .attending, .coordinator).effects.contains(.promoteWaiting))
    }

    @Test func `edge 49: moved dates ask for the confirmation again and supersede the letter`() throws {
        let moved = try Self.move(.moveDates, .attending, .coordinator)
        #expect(moved.to == .approved)
        #expect(moved.effects == [.supersedeOfferLetter, .issueOfferLetter, .updateLogistics])
    }

    @Test func `edge 30: reopened attendance suspends a certificate that was issued, and only then`() throws {
        #expect(try Self.move(.reopen, .completed, .coordinator).effects == [.suspendCertificate])
        let without = try Self.move(.reopen, .absent, .coordinator) { $0.application.hasCertificate = false }
        #expect(without.effects.isEmpty)
        #expect(without.notices.isEmpty)
    }

    @Test func `a full course or one with waiters puts an approved officer on the waiting list`() throws {
        for (held, waiting) in [(2, 0), (2, 3), (1, 1)] {
            let transition = try Self.move(.approve, .supported, .coordinator) {
                ($0.course.seatsHeld, $0.course.waiting) = (held, waiting)
            }
            #expect(transition.to == .waiting)
            #expect(transition.notices == [.onWaitingList])
            #expect(transition.effects.isEmpty)
        }
    }

    @Test func `a supervisor never hears of a draft`() throws {
        let lapse = try Self.move(.lapse, .draft, .system)
        #expect(lapse.recipients(of: .endedEarly) == [.officer])
        let later = try Self.move(.lapse, .submitted, .system)
        #expect(later.recipients(of: .endedEarly) == [.officer, .supervisor])
    }

    @Test func `there are 29 notices, numbered from 1`() {
        #expect(Notice.allCases.map(\.rawValue) == Array(1...29))
        #expect(Notice.allCases.allSatisfy { !$0.recipients.isEmpty })
    }
}

@Suite struct ApplicationStateTests {
    /// `state: holds a seat, final, may be followed; public status without and with the state stage`.
    private static let table = """
        draft: - - - : - -
        submitted: - - - : in_process in_process
        supervisor_supported: - - - : supported in_process
        supported: - - - : supported supported
        waiting: - - - : supported supported
        offered: seat - - : approved approved
        approved: seat - - : approved approved
        attending: seat - - : approved approved
        release_requested: seat - - : approved approved
        nominated: - - - : in_process in_process
        replaced: - final - : replaced replaced
        released: - final - : absent absent
        not_supported: - final again : unsuccessful unsuccessful
        unsuccessful: - final again : unsuccessful unsuccessful
        lapsed: - final again : unsuccessful unsuccessful
        withdrawn: - final again : withdrawn withdrawn
        course_cancelled: - final - : course_cancelled course_cancelled
        completed: - final - : ended ended
        insufficient: - final - : ended ended
        absent: - final - : absent absent
        """

    @Test func `every state is what the table says`() throws {
        let rows = Self.table.split(separator: "\n").map { $0.split(whereSeparator: { ": ".contains($0) }) }
        #expect(rows.map { String($0[0]) } == ApplicationState.allCases.map(\.rawValue))
        for row in rows {
            let state = try #require(ApplicationState(rawValue: String(row[0])))
            #expect(state.holdsSeat == (row[1] == "seat"), "\(state)")
            #expect(state.isFinal == (row[2] == "final"), "\(state)")
            #expect(state.isLive != state.isFinal)
            #expect(state.mayBeFollowed == (row[3] == "again"), "\(state)")
            #expect((state.publicStatus(hasStateStage: false)?.rawValue ?? "-") == row[4], "\(state)")
            #expect((state.publicStatus(hasStateStage: true)?.rawValue ?? "-") == row[5], "\(state)")
        }
    }

    @Test(arguments: ApplicationState.allCases)
    func `whoever is awaited has something to do`(state: ApplicationState) {
        guard let party = state.awaits else { return }
        let events = ApplicationRule.all.filter { $0.from.contains(state) && $0.parties[party] == .direct }
        #expect(!events.isEmpty)
    }
}
