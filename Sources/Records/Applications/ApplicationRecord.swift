public import Academy

/// One officer's application for one course.
public struct ApplicationRecord: Sendable, Hashable {
    public typealias ID = Application.ID

    public let id: ID
    public let officer: Officer.ID
    public let course: Course.ID
    public var state: ApplicationState
    /// Empty while it is a draft.
    public var reference: String
    public var supervisor: Supervisor
    /// When *Saya telah mendapat kebenaran penyelia* was ticked.
    public var declaredAt: Instant?
    public var submittedAt: Instant?
    public let createdAt: Instant
    /// Since when it is in its state.
    public var stateAt: Instant
    /// What the last decision gave as its reason, in a person's words; empty where nobody gave one.
    public var reason: String
    public var rejection: RejectionReason?
    /// 0, unless a coordinator moved it on the waiting list; higher comes first.
    public var priority: Int
    /// When the academy put it on the waiting list; nil in every other state.
    public var waitingSince: Instant?
    /// Until when its seat is kept; nil while none is offered.
    public var offerExpires: Instant?
    /// Counts what the supervisor was asked: links to an earlier edition are outdated.
    public var edition: Int
    /// Counts changes, so that two people who changed the same row are told.
    public var version: Int

    /// As typed and checked; each text is empty until it was given.
    public struct Supervisor: Sendable, Hashable {
        public var name: String
        public var phone: String
        public var email: String

        public init(name: String = "", phone: String = "", email: String = "") {
            self.name = name
            self.phone = phone
            self.email = email
        }
    }

    public init(
        id: ID, officer: Officer.ID, course: Course.ID, state: ApplicationState = .draft, reference: String = "",
        supervisor: Supervisor = Supervisor(), declaredAt: Instant? = nil, submittedAt: Instant? = nil,
        createdAt: Instant, stateAt: Instant, reason: String = "", rejection: RejectionReason? = nil,
        priority: Int = 0, waitingSince: Instant? = nil, offerExpires: Instant? = nil, edition: Int = 1,
        version: Int = 1
    ) {
        self.id = id
        self.officer = officer
        self.course = course
        self.state = state
        self.reference = reference
        self.supervisor = supervisor
        self.declaredAt = declaredAt
        self.submittedAt = submittedAt
        self.createdAt = createdAt
        self.stateAt = stateAt
        self.reason = reason
        self.rejection = rejection
        self.priority = priority
        self.waitingSince = waitingSince
        self.offerExpires = offerExpires
        self.edition = edition
        self.version = version
    }
}

/// An application with its officer, as lists show it.
public struct Applicant: Sendable, Hashable {
    public let record: ApplicationRecord
    public let officer: Officer
}
