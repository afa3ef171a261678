/// Everything that the workflow looks at beside state and event.
///
/// It is read in the transaction that writes the move, so that two approvals for the last seat cannot both see it free.
public struct ApplicationCircumstances: Sendable, Hashable {
    public var course: CourseCircumstances
    public var officer: OfficerCircumstances
    public var application: ApplicationFacts
    public var request: ApplicationRequest

    public init(
        course: CourseCircumstances, officer: OfficerCircumstances, application: ApplicationFacts = .init(),
        request: ApplicationRequest = .init()
    ) {
        self.course = course
        self.officer = officer
        self.application = application
        self.request = request
    }
}

/// The course at this moment, with its seats counted in the same transaction.
public struct CourseCircumstances: Sendable, Hashable {
    public var now: Instant
    public var status: Course.Status
    public var rules: CourseRules
    public var deadlines: Deadlines
    /// When the first session begins.
    public var starts: Instant
    /// When the last session that was not cancelled is over.
    public var ends: Instant
    /// Applications that hold a seat; see ``ApplicationState/holdsSeat``.
    public var seatsHeld: Int
    /// Of these, and of the supported ones, how many are of the applicant's state.
    public var supportedInState: Int
    /// Applications on the waiting list.
    public var waiting: Int
    /// Requests for release that nobody has decided.
    public var undecidedReleases: Int
    /// The attendance list has a mark in every cell.
    public var attendanceIsComplete: Bool

    public init(
        now: Instant, status: Course.Status, rules: CourseRules, deadlines: Deadlines, starts: Instant, ends: Instant,
        seatsHeld: Int, supportedInState: Int = 0, waiting: Int, undecidedReleases: Int = 0,
        attendanceIsComplete: Bool = false
    ) {
        self.now = now
        self.status = status
        self.rules = rules
        self.deadlines = deadlines
        self.starts = starts
        self.ends = ends
        self.seatsHeld = seatsHeld
        self.supportedInState = supportedInState
        self.waiting = waiting
        self.undecidedReleases = undecidedReleases
        self.attendanceIsComplete = attendanceIsComplete
    }

    public var hasFreeSeat: Bool { seatsHeld < rules.quota }

    public var hasStarted: Bool { now >= starts }

    /// After it the system offers no seat to the waiting list.
    public var isPastCutOff: Bool { now.isAfter(deadlines.confirmation) }

    /// Whether what was not done by that day ends now; grace holds back the end, it does not move the deadline.
    func isOver(_ day: Day) -> Bool { now.isAfter(day.adding(days: rules.graceDays)) }
}

/// The applicant at this moment.
///
/// What is not said counts against the officer.
public struct OfficerCircumstances: Sendable, Hashable {
    public var isActive: Bool
    /// Grade, scheme and prerequisites.
    public var meetsCourseRules: Bool
    /// A session at the same time as one of a course on which the officer has a seat.
    public var hasClash: Bool
    /// Applications of this year that count; see ``ApplicationState/countsTowardsCap``.
    public var coursesThisYear: Int
    /// The states of the officer's other applications for this course.
    public var earlier: [ApplicationState]

    public init(
        isActive: Bool = false, meetsCourseRules: Bool = false, hasClash: Bool = false, coursesThisYear: Int = 0,
        earlier: [ApplicationState] = []
    ) {
        self.isActive = isActive
        self.meetsCourseRules = meetsCourseRules
        self.hasClash = hasClash
        self.coursesThisYear = coursesThisYear
        self.earlier = earlier
    }

    /// Why no seat may be offered; empty for who is active, within the course's rules, without a clash that blocks.
    public func obstacles(under rules: CourseRules) -> [ApplicationRefusal] {
        [
            isActive ? nil : .accountInactive, meetsCourseRules ? nil : .notEligible,
            hasClash && rules.clashBlocks ? .dateClash : nil,
        ].compactMap(\.self)
    }
}

/// What is known of this application beside its state.
public struct ApplicationFacts: Sendable, Hashable {
    /// Nobody eligible stands before it on the waiting list; see ``WaitingList``.
    public var isFirstInQueue: Bool
    /// Until when the seat is kept, while it is offered.
    public var offerExpires: Instant?
    /// Of a nomination: itself.
    ///
    /// Of a request for release: the replacement that is named now.
    public var nomination: Nomination?
    /// A replacement was named and has neither refused nor run out of time.
    public var hasOpenNomination: Bool
    /// By the attendance list.
    public var outcome: CourseOutcome
    public var hasCertificate: Bool

    public init(
        isFirstInQueue: Bool = false, offerExpires: Instant? = nil, nomination: Nomination? = nil,
        hasOpenNomination: Bool = false, outcome: CourseOutcome = .pending, hasCertificate: Bool = false
    ) {
        self.isFirstInQueue = isFirstInQueue
        self.offerExpires = offerExpires
        self.nomination = nomination
        self.hasOpenNomination = hasOpenNomination
        self.outcome = outcome
        self.hasCertificate = hasCertificate
    }
}

/// How far a replacement has come.
public struct Nomination: Sendable, Hashable {
    public var hasAccepted: Bool
    /// By the replacement's own supervisor.
    public var isSupported: Bool
    /// See ``ReplacementCandidate``.
    public var isEligible: Bool
    /// 48 hours after the naming, and again after the acceptance; see ``NominationClock``.
    public var expires: Instant

    public init(hasAccepted: Bool, isSupported: Bool, isEligible: Bool, expires: Instant) {
        self.hasAccepted = hasAccepted
        self.isSupported = isSupported
        self.isEligible = isEligible
        self.expires = expires
    }

    /// Replacement and supervisor have both said yes: only the academy's decision is awaited.
    public var isComplete: Bool { hasAccepted && isSupported }
}

/// What came with the event, parsed.
///
/// What did not come is missing.
public struct ApplicationRequest: Sendable, Hashable {
    public var reason: ReasonText?
    public var rejection: RejectionReason?
    public var supervisor: SupervisorDetails?
    /// *Saya telah mendapat kebenaran penyelia* is ticked.
    public var declares: Bool
    public var link: SupportLink
    public var logistics: Logistics?
    public var absence: Absence?
    /// The person was asked and said yes a second time.
    public var isConfirmedTwice: Bool
    /// The other of the two persons that the deed needs.
    public var secondPerson: Standing?
    /// *Lebihan*: a seat beyond the quota is meant.
    public var overbooks: Bool
    /// The same request was carried out before.
    public var isRepeat: Bool

    public init(
        reason: ReasonText? = nil, rejection: RejectionReason? = nil, supervisor: SupervisorDetails? = nil,
        declares: Bool = false, link: SupportLink = .invalid, logistics: Logistics? = nil, absence: Absence? = nil,
        isConfirmedTwice: Bool = false, secondPerson: Standing? = nil, overbooks: Bool = false, isRepeat: Bool = false
    ) {
        self.reason = reason
        self.rejection = rejection
        self.supervisor = supervisor
        self.declares = declares
        self.link = link
        self.logistics = logistics
        self.absence = absence
        self.isConfirmedTwice = isConfirmedTwice
        self.secondPerson = secondPerson
        self.overbooks = overbooks
        self.isRepeat = isRepeat
    }
}

/// By which way a supervisor came.
public enum SupportLink: String, Sendable, Hashable, CaseIterable {
    /// Signed in, or in the supervisor's place by an administrator: no link is needed.
    case account
    /// The mailed link, bound to the application's present version.
    case current
    /// A link that was mailed before the application was changed.
    case outdated
    case expired
    case invalid
}
