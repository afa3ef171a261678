import Academy
import SeededRandom

/// A course of two seats, five officers and a clock, driven by a seed.
struct Story {
    private(set) var audit: [Enrolment.Step] = []
    /// The first invariant that was broken.
    private(set) var broken: String?
    private var enrolment: Enrolment
    private var random: SplitMix
    /// What the audit says that the states are.
    private var replayed: [Application.ID: ApplicationState] = [:]
    /// Seats beyond the quota that somebody meant, with a reason.
    private var mayBeOver = false
    private let request: ApplicationRequest
    private var day = -20
    private var now = Fixture.moment(-20)

    /// What everybody is to everybody's application, beside an own one.
    ///
    /// `mina` and `raj` apply too.
    private static let parties: [String: Set<ApplicationParty>] = [
        "ali": [.supervisor], "siti": [.stateTrainingOfficer], "omar": [], "mina": [.coordinator],
        "raj": [.administrator, .supervisor],
    ]

    private static let names = parties.keys.sorted()

    init(seed: UInt64) throws {
        random = SplitMix(seed: seed)
        var request = try Fixture.request()
        request.secondPerson = Standing(person: Officer.ID("chief"), parties: [.administrator])
        self.request = request
        let rules = CourseRules(
            quota: 2, hasWaitingList: seed % 5 != 0, hasStateStage: seed % 3 == 0, lapsesUnconfirmed: seed % 2 == 0,
            putsReplacementFirst: seed % 7 != 0)
        let begun = seed % 2 == 0 ? Self.names.prefix(4) : []
        let entries = begun.map {
            (Application.ID("\($0)-0"), Enrolment.Entry(applicant: Officer.ID($0), state: .supported))
        }
        enrolment = Enrolment(
            course: try Fixture.course(days: -20, rules: rules), entries: Dictionary(uniqueKeysWithValues: entries))
        replayed = enrolment.entries.mapValues(\.state)
    }

    mutating func step() throws {
        switch Int.random(in: 0..<20, using: &random) {
        case 0: passTime()
        case 1: setQuota()
        case 2: record(enrolment.closeOverdue())
        case 3: replaceSomebody()
        case 4: enrolment.course.rules.hasStateStage.toggle()
        default: actSomehow()
        }
        check()
    }

    private mutating func passTime() {
        day += Int.random(in: 0..<8, using: &random) == 0 ? 25 : Int.random(in: 0...2, using: &random)
        now = max(now.adding(seconds: 61), Fixture.moment(day, hour: Int.random(in: 0...23, using: &random)))
        enrolment.course.now = now
        if day >= 0 { enrolment.course.status = .underWay }
    }

    private mutating func setQuota() {
        let quota = Int.random(in: 1...3, using: &random)
        let isMeant = Bool.random(using: &random)
        let (change, steps) = enrolment.setQuota(quota, reason: isMeant ? request.reason : nil)
        if case .leavesOver = change { mayBeOver = true }
        if case .refused = change, quota >= enrolment.seatsHeld { broken = "a quota that fits was refused" }
        record(steps)
    }

    private mutating func replaceSomebody() {
        let originals = enrolment.entries.filter { $0.value.state == .releaseRequested }.keys.sorted()
        let replacements = enrolment.entries.filter { $0.value.state == .nominated }.keys.sorted()
        guard let original = originals.randomElement(using: &random),
            let replacement = replacements.randomElement(using: &random)
        else { return }
        let before = enrolment.seatsHeld
        let isReady = Int.random(in: 0..<4, using: &random) > 0
        let nomination = Nomination(hasAccepted: isReady, isSupported: isReady, isEligible: true, expires: now)
        let actor = standing("mina", on: original)
        guard
            case .success(let steps) = enrolment.replace(
                original, by: replacement, standing: actor, nomination: nomination)
        else { return }
        if !isReady { broken = "a replacement who was not ready took a seat" }
        if enrolment.seatsHeld != before { broken = "a replacement changed the count of seats" }
        forbidOwn(steps, by: "mina")
        record(steps)
    }

    private mutating func actSomehow() {
        let applicant = Self.names.randomElement(using: &random) ?? ""
        let event = likelyEvent(of: applicant)
        let id = application(of: applicant, for: event)
        let actor = likelyActor(for: event, on: id, applicant)
        let isSystem = ApplicationRule.of(event)?.parties[.system] != nil && Bool.random(using: &random)
        let standing = isSystem ? Standing.system : standing(actor, on: id, applicant: applicant)
        var request = request
        request.overbooks = Int.random(in: 0..<8, using: &random) == 0
        if standing.parties.contains(.administrator) {
            request.secondPerson = Standing(person: Officer.ID("chief"), parties: [.coordinator])
        }
        let facts = someFacts()
        let priority = Int.random(in: 0...2, using: &random)
        func perform(_ enrolment: inout Enrolment, _ request: ApplicationRequest) -> [Enrolment.Step]? {
            let result = enrolment.perform(
                event, on: id, applicant: Officer.ID(applicant), by: standing, officer: Fixture.officer, facts: facts,
                request: request, priority: priority)
            if case .success(let steps) = result { return steps }
            return nil
        }
        guard let steps = perform(&enrolment, request) else { return }
        if event == .walkIn, request.overbooks, !steps.isEmpty { mayBeOver = true }
        if !isSystem { forbidOwn(steps, by: actor) }
        record(steps)
        request.isRepeat = true
        let before = enrolment
        if perform(&enrolment, request)?.isEmpty != true || enrolment != before {
            broken = "\(event) again did something"
        }
    }

    /// Mostly something that the application's state allows, so that stories get somewhere; sometimes anything.
    private mutating func likelyEvent(of applicant: String) -> ApplicationEvent {
        let any = ApplicationEvent.allCases.randomElement(using: &random) ?? .apply
        guard Int.random(in: 0..<5, using: &random) > 0 else { return any }
        let state = live(applicant).flatMap { enrolment.entries[$0]?.state }
        let possible = ApplicationRule.all.filter { $0.from.contains(state) }.map(\.event)
            .filter { ![.cancelCourse, .withdraw].contains($0) }
        return possible.randomElement(using: &random) ?? any
    }

    /// Mostly somebody who may; sometimes anybody.
    private mutating func likelyActor(
        for event: ApplicationEvent, on id: Application.ID, _ applicant: String
    ) -> String {
        let able = Self.names.filter { name in
            let standing = standing(name, on: id, applicant: applicant)
            return ApplicationRule.of(event).map { (try? $0.manner(of: standing).get()) != nil } ?? false
        }
        let isAble = Int.random(in: 0..<4, using: &random) > 0
        return (isAble ? able.randomElement(using: &random) : nil) ?? Self.names.randomElement(using: &random) ?? ""
    }

    private mutating func someFacts() -> ApplicationFacts {
        let isFine = Bool.random(using: &random)
        return ApplicationFacts(
            nomination: Nomination(
                hasAccepted: Bool.random(using: &random), isSupported: false, isEligible: true,
                expires: now.adding(seconds: isFine ? 60 : -60)),
            hasOpenNomination: Int.random(in: 0..<3, using: &random) == 0,
            outcome: CourseOutcome.allCases.randomElement(using: &random) ?? .pending, hasCertificate: isFine)
    }

    private func live(_ applicant: String) -> Application.ID? {
        enrolment.entries.filter { $0.value.applicant.text == applicant && $0.value.state.isLive }.keys.first
    }

    /// The officer's live application, else now and then the last one, else a new one.
    private mutating func application(of applicant: String, for event: ApplicationEvent) -> Application.ID {
        let all = enrolment.entries.filter { $0.value.applicant.text == applicant }.keys.sorted()
        let isNew = ApplicationRule.of(event)?.from.contains(nil) == true && Bool.random(using: &random)
        if !isNew, let id = live(applicant) ?? all.last { return id }
        return Application.ID("\(applicant)-\(all.count)")
    }

    private func standing(_ actor: String, on id: Application.ID, applicant: String? = nil) -> Standing {
        let owner = enrolment.entries[id]?.applicant.text ?? applicant
        let own: Set<ApplicationParty> = owner == actor ? [.applicant] : []
        return Standing(person: Officer.ID(actor), parties: (Self.parties[actor] ?? []).union(own))
    }

    private mutating func forbidOwn(_ steps: [Enrolment.Step], by actor: String) {
        guard let step = steps.first, ApplicationRule.of(step.transition.event)?.isDecision == true else { return }
        if enrolment.entries[step.application]?.applicant.text == actor {
            broken = "\(actor) judged an own application"
        }
    }

    /// Writes the audit, and checks each row against what was so before it.
    private mutating func record(_ steps: [Enrolment.Step]) {
        for step in steps {
            if replayed[step.application] != step.transition.from { broken = "the audit has a gap before \(step)" }
            if step.transition.from?.isFinal == true, step.transition.event != .reopen {
                broken = "a final state was left: \(step)"
            }
            if step.transition.event == .reopen { mayBeOver = true }
            replayed[step.application] = step.transition.to
            audit.append(step)
        }
        checkOrder(of: steps)
    }

    /// Whoever was promoted by the system stood before everybody who waits still.
    private mutating func checkOrder(of steps: [Enrolment.Step]) {
        let promoted = steps.filter { $0.transition.event == .promote }.map(\.application)
        let seated = steps.filter { $0.transition.event == .approve && $0.transition.to == .approved }
        let list = enrolment.waitingList.waiters
        if !seated.isEmpty, !list.isEmpty { broken = "an approval passed those who wait" }
        for id in promoted {
            guard let since = waitedSince[id], let priority = enrolment.entries[id]?.priority else { continue }
            let place = WaitingList.Waiter(application: id, priority: priority, since: since)
            if list.contains(where: { $0 < place }) { broken = "\(id) overtook somebody" }
        }
        for waiter in list { waitedSince[waiter.application] = waiter.since }
    }

    private var waitedSince: [Application.ID: Instant] = [:]

    private mutating func check() {
        let entries = enrolment.entries
        if enrolment.seatsHeld <= enrolment.course.rules.quota { mayBeOver = false }
        if enrolment.seatsHeld > enrolment.course.rules.quota, !mayBeOver { broken = "seats over the quota" }
        if replayed != entries.mapValues(\.state) { broken = "the audit does not give the states" }
        let live = entries.values.filter(\.state.isLive).map(\.applicant)
        if Set(live).count != live.count { broken = "two live applications of one officer" }
        let isIdle = enrolment.seatsHeld < enrolment.course.rules.quota && !enrolment.waitingList.waiters.isEmpty
        if isIdle, !enrolment.course.isPastCutOff { broken = "a seat is idle beside a waiter" }
    }
}
