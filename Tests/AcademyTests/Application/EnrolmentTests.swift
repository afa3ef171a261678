import Academy
import Testing

@Suite struct WaitingListTests {
    private static func waiter(_ id: String, priority: Int = 0, days: Int = 0, fits: Bool = true) -> WaitingList.Waiter
    {
        WaitingList.Waiter(
            application: Application.ID(id), priority: priority, since: Fixture.moment(days), isEligible: fits)
    }

    private static let list = WaitingList([
        waiter("d", days: -2), waiter("b", days: -3), waiter("a", days: -2), waiter("c", priority: 1),
        waiter("e", priority: -1, days: -9),
    ])

    @Test func `priority comes first, then time, then id`() {
        #expect(Self.list.waiters.map(\.application.text) == ["c", "b", "a", "d", "e"])
        #expect(Self.list.position(of: Application.ID("a")) == 3)
        #expect(Self.list.position(of: Application.ID("z")) == nil)
    }

    @Test func `so many are promoted as seats are free, and none after the cut-off`() {
        #expect(Self.list.promotions(seatsFree: 2, isPastCutOff: false).map(\.application.text) == ["c", "b"])
        #expect(Self.list.promotions(seatsFree: 9, isPastCutOff: false).count == 5)
        #expect(Self.list.promotions(seatsFree: -1, isPastCutOff: false).isEmpty)
        #expect(Self.list.promotions(seatsFree: 2, isPastCutOff: true).isEmpty)
    }

    @Test func `one who no longer fits keeps the place but is passed`() {
        let list = WaitingList([Self.waiter("a", days: -3, fits: false), Self.waiter("b", days: -2)])
        #expect(list.next?.application.text == "b")
        #expect(list.position(of: Application.ID("b")) == 2)
    }
}

@Suite struct QuotaChangeTests {
    @Test func `edge 7 and 8: a raised quota promotes, a lowered one drops nobody`() throws {
        let reason = try ReasonText(parsing: "bilik lebih kecil")
        func change(_ quota: Int, held: Int, waiting: Int, past: Bool = false, _ reason: ReasonText? = nil)
            -> QuotaChange
        {
            QuotaChange(to: quota, seatsHeld: held, waiting: waiting, isPastCutOff: past, reason: reason)
        }
        #expect(change(5, held: 3, waiting: 4) == .promotes(2))
        #expect(change(5, held: 3, waiting: 1) == .promotes(1))
        #expect(change(5, held: 3, waiting: 4, past: true) == .plain)
        #expect(change(5, held: 3, waiting: 0) == .plain)
        #expect(change(3, held: 3, waiting: 2) == .plain)
        #expect(change(2, held: 3, waiting: 2) == .refused(seatsHeld: 3))
        #expect(change(2, held: 3, waiting: 2, reason) == .leavesOver(1, reason: reason))
    }
}

/// A course of one seat and three officers, every reachable state of it: small enough to look at all of them.
@Suite struct EnrolmentModelTests {
    /// What can happen to one application in this model.
    private static let events: [(ApplicationEvent, ApplicationParty)] = [
        (.apply, .applicant), (.submit, .applicant), (.supervisorSupports, .supervisor),
        (.supervisorDeclines, .supervisor), (.approve, .coordinator), (.reject, .coordinator),
        (.acceptOffer, .applicant), (.declineOffer, .applicant), (.confirm, .applicant),
        (.requestRelease, .applicant), (.grantRelease, .coordinator), (.refuseRelease, .coordinator),
        (.withdraw, .applicant),
    ]

    private static let officers = ["ali", "siti", "omar"]

    private static func course(days: Int, quota: Int) throws -> CourseCircumstances {
        try Fixture.course(days: days, rules: CourseRules(quota: quota, lapsesUnconfirmed: true))
    }

    /// - Parameter setQuota: how a quota is set: by the law, or as a naive program does it.
    private static func successors(
        _ enrolment: Enrolment, request: ApplicationRequest, setQuota: (inout Enrolment, Int) -> Void
    ) -> [Enrolment] {
        var found: [Enrolment] = []
        for officer in officers {
            for (event, party) in events {
                var next = enrolment
                let standing = Standing(person: Officer.ID("actor"), parties: [party])
                let result = next.perform(
                    event, on: Application.ID(officer), applicant: Officer.ID(officer), by: standing,
                    officer: Fixture.officer, facts: eligibleReplacement, request: request)
                if case .success = result { found.append(next) }
            }
        }
        var raised = enrolment
        setQuota(&raised, 2)
        return found + [raised]
    }

    private static let eligibleReplacement = ApplicationFacts(
        nomination: Nomination(
            hasAccepted: false, isSupported: false, isEligible: true, expires: Fixture.moment(-10)))

    private static func reachable(
        from start: Enrolment, setQuota: (inout Enrolment, Int) -> Void
    ) throws -> Set<Enrolment> {
        let request = try Fixture.request()
        var seen: Set<Enrolment> = [start]
        var frontier = [start]
        while let enrolment = frontier.popLast() {
            for next in successors(enrolment, request: request, setQuota: setQuota) where !seen.contains(next) {
                seen.insert(next)
                frontier.append(next)
            }
        }
        return seen
    }

    private static let lawful = Result {
        try reachable(from: Enrolment(course: course(days: -20, quota: 1)), setQuota: byLaw)
    }

    private static func byLaw(_ enrolment: inout Enrolment, _ quota: Int) {
        _ = enrolment.setQuota(quota, reason: nil)
    }

    private static func naively(_ enrolment: inout Enrolment, _ quota: Int) { enrolment.course.rules.quota = quota }

    private static func isIdleBesideAWaiter(_ enrolment: Enrolment) -> Bool {
        enrolment.seatsHeld < enrolment.course.rules.quota && !enrolment.waitingList.waiters.isEmpty
    }

    @Test func `in every reachable state no seat is over the quota, and none idle beside a waiter`() throws {
        let states = try Self.lawful.get()
        #expect(states.count > 2000)
        for enrolment in states {
            if enrolment.seatsHeld > enrolment.course.rules.quota { Issue.record("over quota: \(enrolment.entries)") }
            if Self.isIdleBesideAWaiter(enrolment) { Issue.record("idle seat: \(enrolment.entries)") }
        }
    }

    /// The first finding: without promotion in the step that raises the quota, seats stand idle beside people who wait.
    @Test func `a quota that is raised without promoting leaves idle seats beside waiters`() throws {
        let states = try Self.reachable(
            from: Enrolment(course: Self.course(days: -20, quota: 1)), setQuota: Self.naively)
        let idle = states.filter(Self.isIdleBesideAWaiter)
        #expect(!idle.isEmpty)
        for var enrolment in idle.prefix(50) {
            let (change, steps) = enrolment.setQuota(2, reason: nil)
            #expect(change == .promotes(steps.count))
            #expect(!Self.isIdleBesideAWaiter(enrolment))
        }
    }

    /// The second finding: without a cut-off that closes them, drafts, pending rows and waiters hang for ever.
    @Test func `the cut-off ends whatever nobody acted on`() throws {
        let states = try Self.lawful.get()
        let pending: Set<ApplicationState> = [
            .draft, .submitted, .supervisorSupported, .supported, .waiting, .offered, .approved,
        ]
        var hanging = 0
        for var enrolment in states {
            enrolment.course = try Self.course(days: -1, quota: enrolment.course.rules.quota)
            if enrolment.entries.values.contains(where: { pending.contains($0.state) }) { hanging += 1 }
            _ = enrolment.closeOverdue()
            let left = enrolment.entries.values.filter { pending.contains($0.state) }
            if !left.isEmpty { Issue.record("still open after the cut-off: \(left.map(\.state))") }
        }
        #expect(hanging > 1000)
    }

    @Test func `two approvals for the last seat give one seat and one place in the queue`() throws {
        var enrolment = Enrolment(
            course: try Self.course(days: -20, quota: 1),
            entries: Dictionary(
                uniqueKeysWithValues: Self.officers.map {
                    (Application.ID($0), .init(applicant: Officer.ID($0), state: .supported))
                }))
        let coordinator = Fixture.standing(.coordinator)
        for officer in Self.officers {
            let result = enrolment.perform(
                .approve, on: Application.ID(officer), applicant: Officer.ID(officer), by: coordinator,
                officer: Fixture.officer)
            #expect(throws: Never.self) { try result.get() }
        }
        #expect(Self.officers.map { enrolment.entries[Application.ID($0)]?.state } == [.approved, .waiting, .waiting])
        #expect(enrolment.waitingList.position(of: Application.ID("siti")) == 2)
    }
}
