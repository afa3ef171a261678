public import Academy

/// A receipt that an officer sent for a course's fee, and what the finance unit made of it.
public struct ReceiptRecord: Sendable, Hashable {
    public typealias ID = Identifier<ReceiptRecord>

    public let id: ID
    public let participation: ParticipationRecord.ID
    public let upload: UploadRecord.ID
    public let fileSHA256: String
    /// What was typed.
    public let claim: ReceiptClaim
    /// Account.
    public let uploadedBy: String
    public let uploadedAt: Instant
    public var state: State
    /// Its place in the queue; later than the upload when it was put off.
    public var queuedAt: Instant
    /// Account; empty until it is decided.
    public var decidedBy: String
    public var decidedAt: Instant?
    /// Why it was rejected; nil otherwise.
    public var reason: ReceiptRejection?
    /// What the clerk wrote.
    public var remark: String
    public var version: Int

    public enum State: String, Sendable, Hashable, CaseIterable {
        case waiting, verified, rejected
        /// No longer needed: the officer was exempted.
        case closed
    }

    public init(
        id: ID, participation: ParticipationRecord.ID, upload: UploadRecord.ID, fileSHA256: String, claim: ReceiptClaim,
        uploadedBy: String, uploadedAt: Instant, state: State = .waiting,
        queuedAt: Instant? = nil, decidedBy: String = "", decidedAt: Instant? = nil, reason: ReceiptRejection? = nil,
        remark: String = "", version: Int = 1
    ) {
        self.id = id
        self.participation = participation
        self.upload = upload
        self.fileSHA256 = fileSHA256
        self.claim = claim
        self.uploadedBy = uploadedBy
        self.uploadedAt = uploadedAt
        self.state = state
        self.queuedAt = queuedAt ?? uploadedAt
        self.decidedBy = decidedBy
        self.decidedAt = decidedAt
        self.reason = reason
        self.remark = remark
        self.version = version
    }
}

/// A receipt with whom and what it is for, as the finance unit sees it.
public struct ReceiptCase: Sendable, Hashable {
    public let receipt: ReceiptRecord
    public let participation: ParticipationRecord
    public let officer: Officer
    public let courseCode: CourseCode
    public let courseMalay: String
    public let courseEnglish: String
    /// The course's fee today.
    public let fee: Sen
}

/// What the finance unit's lists say of a receipt.
public struct ReceiptHeading: Sendable, Hashable {
    public let id: ReceiptRecord.ID
    public let name: PersonName
    public let myKad: MyKad
    public let courseCode: CourseCode
    public let courseMalay: String
    public let courseEnglish: String
    /// The course's fee today.
    public let fee: Sen
    /// As it was typed.
    public let number: String
    /// As numbers are compared.
    public let foldedNumber: String
    public let fileSHA256: String
    public let paid: Day
    public let amount: Sen
    public let uploadedAt: Instant
    public let state: ReceiptRecord.State
    public let decidedBy: String
    public let decidedAt: Instant?
}

/// A proposal to exempt an officer from a course's fee; it takes two persons.
public struct FeeExemption: Sendable, Hashable {
    public typealias ID = Identifier<FeeExemption>

    public let id: ID
    public let participation: ParticipationRecord.ID
    public let basis: String
    public let proposedBy: String
    public let proposedAt: Instant
    public var state: State
    public var decidedBy: String
    public var decidedAt: Instant?

    public enum State: String, Sendable, Hashable, CaseIterable { case proposed, granted, refused }

    public init(
        id: ID, participation: ParticipationRecord.ID, basis: String, proposedBy: String, proposedAt: Instant,
        state: State = .proposed, decidedBy: String = "", decidedAt: Instant? = nil
    ) {
        self.id = id
        self.participation = participation
        self.basis = basis
        self.proposedBy = proposedBy
        self.proposedAt = proposedAt
        self.state = state
        self.decidedBy = decidedBy
        self.decidedAt = decidedAt
    }
}
