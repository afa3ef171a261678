/// Everybody's applications for one course, moved together: the law of seats and of the waiting list.
///
/// Every step that frees a seat or adds one also offers it on, so that no seat is ever idle beside somebody who waits. A
/// deed in the database does the same to the rows that it locked; this is the law that it is tested against.
public struct Enrolment: Sendable, Hashable {
    /// The course at this moment; its counts of seats and waiters are filled in from ``entries``.
    public var course: CourseCircumstances
    public private(set) var entries: [Application.ID: Entry]

    public init(course: CourseCircumstances, entries: [Application.ID: Entry] = [:]) {
        self.course = course
        self.entries = entries
    }

    /// One application with what the law needs of it.
    public struct Entry: Sendable, Hashable {
        public let applicant: Officer.ID
        public var state: ApplicationState
        /// When it was put on the waiting list.
        public var waitingSince: Instant?
        public var priority: Int
        public var offerExpires: Instant?

        public init(
            applicant: Officer.ID, state: ApplicationState, waitingSince: Instant? = nil, priority: Int = 0,
            offerExpires: Instant? = nil
        ) {
            self.applicant = applicant
            self.state = state
            self.waitingSince = waitingSince
            self.priority = priority
            self.offerExpires = offerExpires
        }
    }

    /// One move of one application, as the audit keeps it.
    public struct Step: Sendable, Hashable {
        public let application: Application.ID
        public let transition: ApplicationTransition
    }

    public var seatsHeld: Int { entries.values.count { $0.state.holdsSeat } }

    public var waitingList: WaitingList {
        WaitingList(
            entries.compactMap { id, entry in
                guard entry.state == .waiting, let since = entry.waitingSince else { return nil }
                return .init(application: id, priority: entry.priority, since: since)
            })
    }

    /// Carries out one event on one application, and what follows from it for others.
    ///
    /// A replacement takes a seat through ``replace(_:by:standing:nomination:)`` only, which moves both at once.
    /// - Parameters:
    ///   - applicant: who asks, for an event that begins an application.
    ///   - facts: the waiting list's and the offer's part is filled in from the enrolment itself.
    ///   - priority: the new one, for ``ApplicationEvent/prioritise``.
    /// - Returns: The steps in order, the event's own first; empty when it changed nothing.
    public mutating func perform(
        _ event: ApplicationEvent, on id: Application.ID, applicant: Officer.ID, by standing: Standing,
        officer: OfficerCircumstances, facts: ApplicationFacts = .init(), request: ApplicationRequest = .init(),
        priority: Int = 0
    ) -> Result<[Step], Refused> {
        guard ![.acceptReplacement, .takeSeat].contains(event) else {
            return .failure(Refused(refusals: [.replacementMissing]))
        }
        let circumstances = circumstances(of: id, applicant, officer, facts, request)
        let outcome = ApplicationWorkflow.move(
            from: entries[id]?.state, on: event, by: standing, in: circumstances)
        switch outcome {
        case .refused(let refusals): return .failure(Refused(refusals: refusals))
        case .unchanged: return .success([])
        case .moved(let transition):
            write(transition, to: id, applicant: applicant, priority: event == .prioritise ? priority : nil)
            return .success([Step(application: id, transition: transition)] + offerFreeSeats())
        }
    }

    /// Moves a seat from one officer to the replacement in one step: either both applications move or none, and the count
    /// of seats stays.
    public mutating func replace(
        _ original: Application.ID, by replacement: Application.ID, standing: Standing, nomination: Nomination
    ) -> Result<[Step], Refused> {
        let facts = ApplicationFacts(nomination: nomination)
        let attempts = [(original, ApplicationEvent.acceptReplacement, standing), (replacement, .takeSeat, .system)]
        var steps: [Step] = []
        for (id, event, standing) in attempts {
            let applicant = entries[id]?.applicant ?? Officer.ID("")
            let circumstances = circumstances(of: id, applicant, .init(), facts, .init())
            switch ApplicationWorkflow.move(from: entries[id]?.state, on: event, by: standing, in: circumstances) {
            case .refused(let refusals): return .failure(Refused(refusals: refusals))
            case .unchanged: continue
            case .moved(let transition): steps.append(Step(application: id, transition: transition))
            }
        }
        guard steps.count == 2 else { return steps.isEmpty ? .success([]) : .failure(Refused(refusals: [.wrongState])) }
        for step in steps {
            let applicant = entries[step.application]?.applicant ?? Officer.ID("")
            write(step.transition, to: step.application, applicant: applicant, priority: nil)
        }
        return .success(steps)
    }

    /// Why nothing happened; never empty.
    public struct Refused: Error, Sendable, Hashable {
        public let refusals: [ApplicationRefusal]
    }

    /// Sets the quota; a seat that it adds is offered in the same step.
    ///
    /// Refused below the seats held without a reason.
    public mutating func setQuota(_ quota: Int, reason: ReasonText?) -> (change: QuotaChange, steps: [Step]) {
        let change = QuotaChange(
            to: quota, seatsHeld: seatsHeld, waiting: waitingList.waiters.count, isPastCutOff: course.isPastCutOff,
            reason: reason)
        if case .refused = change { return (change, []) }
        course.rules.quota = quota
        return (change, offerFreeSeats())
    }

    /// Ends whatever a deadline has overtaken: drafts, pending rows and waiters never hang for ever.
    public mutating func closeOverdue() -> [Step] {
        let closing = entries.keys.sorted().compactMap { id -> Step? in
            guard let entry = entries[id] else { return nil }
            let event: ApplicationEvent = entry.state == .offered ? .expireOffer : .lapse
            let circumstances = circumstances(of: id, entry.applicant, .init(), .init(), .init())
            let outcome = ApplicationWorkflow.move(from: entry.state, on: event, by: .system, in: circumstances)
            guard case .moved(let transition) = outcome else { return nil }
            write(transition, to: id, applicant: entry.applicant, priority: nil)
            return Step(application: id, transition: transition)
        }
        return closing + offerFreeSeats()
    }

    private mutating func offerFreeSeats() -> [Step] {
        let free = course.rules.quota - seatsHeld
        return waitingList.promotions(seatsFree: free, isPastCutOff: course.isPastCutOff).compactMap { waiter in
            guard let entry = entries[waiter.application] else { return nil }
            let eligible = OfficerCircumstances(isActive: true, meetsCourseRules: true)
            let circumstances = circumstances(of: waiter.application, entry.applicant, eligible, .init(), .init())
            let outcome = ApplicationWorkflow.move(
                from: entry.state, on: .promote, by: .system, in: circumstances)
            guard case .moved(let transition) = outcome else { return nil }
            write(transition, to: waiter.application, applicant: entry.applicant, priority: nil)
            return Step(application: waiter.application, transition: transition)
        }
    }

    private func circumstances(
        of id: Application.ID, _ applicant: Officer.ID, _ officer: OfficerCircumstances, _ facts: ApplicationFacts,
        _ request: ApplicationRequest
    ) -> ApplicationCircumstances {
        var course = course
        course.seatsHeld = seatsHeld
        course.waiting = waitingList.waiters.count
        course.undecidedReleases = entries.values.count { $0.state == .releaseRequested }
        var officer = officer
        officer.earlier = entries.filter { $0.key != id && $0.value.applicant == applicant }.map(\.value.state)
        var facts = facts
        facts.isFirstInQueue = waitingList.next?.application == id
        facts.offerExpires = entries[id]?.offerExpires
        return ApplicationCircumstances(course: course, officer: officer, application: facts, request: request)
    }

    private mutating func write(
        _ transition: ApplicationTransition, to id: Application.ID, applicant: Officer.ID, priority: Int?
    ) {
        var entry = entries[id] ?? Entry(applicant: applicant, state: transition.to)
        entry.state = transition.to
        if transition.to != .waiting { entry.waitingSince = nil }
        if transition.to == .waiting, entry.waitingSince == nil { entry.waitingSince = course.now }
        if let priority { entry.priority = priority }
        entry.offerExpires =
            transition.to == .offered
            ? entry.offerExpires ?? OfferClock.expiry(offered: course.now, deadlines: course.deadlines) : nil
        entries[id] = entry
    }
}
