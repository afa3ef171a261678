public import Academy

/// A request to correct what the staff directory says of an officer: *Mohon pembetulan*.
public struct CorrectionRecord: Sendable, Hashable {
    public typealias ID = Identifier<CorrectionRecord>

    public let id: ID
    public let officer: Officer.ID
    public let field: StaffField
    /// What the directory said when it was asked for.
    public let before: String
    public let wanted: String
    public let reason: String
    public let upload: UploadRecord.ID?
    /// Account.
    public let requestedBy: String
    public let requestedAt: Instant
    public var state: State
    public var decidedBy: String
    public var decidedAt: Instant?
    public var decisionReason: String

    /// The raw value is stable.
    public enum State: String, Sendable, Hashable, CaseIterable {
        case waiting
        case refused
        /// Holds here; ezHR has not said so yet.
        case accepted
        /// Accepted, and ezHR says the same by now.
        case confirmed
        /// Accepted, and ezHR has said a third thing since, which holds.
        case overtaken
    }

    public init(
        id: ID, officer: Officer.ID, field: StaffField, before: String, wanted: String, reason: String,
        upload: UploadRecord.ID?, requestedBy: String, requestedAt: Instant, state: State = .waiting,
        decidedBy: String = "", decidedAt: Instant? = nil, decisionReason: String = ""
    ) {
        self.id = id
        self.officer = officer
        self.field = field
        self.before = before
        self.wanted = wanted
        self.reason = reason
        self.upload = upload
        self.requestedBy = requestedBy
        self.requestedAt = requestedAt
        self.state = state
        self.decidedBy = decidedBy
        self.decidedAt = decidedAt
        self.decisionReason = decisionReason
    }
}
