public import Academy

/// *Tidak Hadir* as an officer asked for it, and what the academy decided.
public struct ReleaseRecord: Sendable, Hashable {
    public typealias ID = Identifier<ReleaseRecord>

    public let id: ID
    public let application: ApplicationRecord.ID
    public let course: Course.ID
    /// Surat sebab.
    public let letter: UploadRecord.ID
    public let reason: String
    /// Account.
    public let requestedBy: String
    public let requestedAt: Instant
    public var outcome: Outcome
    /// Account; empty while it waits.
    public var decidedBy: String
    public var decidedAt: Instant?
    /// The coordinator's words; a refusal always has some.
    public var remark: String

    /// The raw value is stable.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        case waiting
        /// The replacement has the seat.
        case replaced
        /// Released without a replacement.
        case released
        case refused
        /// Overtaken: the course was cancelled or moved before a decision.
        case closed
    }

    public init(
        id: ID, application: ApplicationRecord.ID, course: Course.ID, letter: UploadRecord.ID, reason: String,
        requestedBy: String, requestedAt: Instant, outcome: Outcome = .waiting, decidedBy: String = "",
        decidedAt: Instant? = nil, remark: String = ""
    ) {
        self.id = id
        self.application = application
        self.course = course
        self.letter = letter
        self.reason = reason
        self.requestedBy = requestedBy
        self.requestedAt = requestedAt
        self.outcome = outcome
        self.decidedBy = decidedBy
        self.decidedAt = decidedAt
        self.remark = remark
    }
}
