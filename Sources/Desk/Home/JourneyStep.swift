public import Academy

/// One of the five steps from an application to a certificate.
public struct JourneyStep: Sendable, Hashable {
    public let kind: Kind
    public var standing: Standing
    /// Who must act; nil when nobody has to.
    public var awaits: Party?
    /// Since when it stands as it does; for what is done, when it was done.
    public var since: Instant?
    /// The last day for whoever must act.
    public var deadline: Day?

    public init(
        kind: Kind, standing: Standing, awaits: Party? = nil, since: Instant? = nil, deadline: Day? = nil
    ) {
        self.kind = kind
        self.standing = standing
        self.awaits = awaits
        self.since = since
        self.deadline = deadline
    }

    /// In order; the raw value is stable.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Permohonan.
        case application
        /// Sokongan penyelia.
        case support
        /// Kelulusan.
        case approval
        /// Kehadiran, yuran dan penilaian.
        case course
        /// Sijil.
        case certificate
    }

    /// The raw value is stable.
    public enum Standing: String, Sendable, Hashable, CaseIterable {
        case done, current, ahead
        /// It ended here.
        case stopped
    }

    /// The raw value is stable.
    public enum Party: String, Sendable, Hashable, CaseIterable {
        case you, supervisor, coordinator, finance
        case stateTrainingOfficer = "state_training_officer"
    }
}

/// The one next thing that an officer can do; the raw value is stable.
public enum JourneyDeed: String, Sendable, Hashable, CaseIterable {
    case finishApplication = "finish_application"
    case answerOffer = "answer_offer"
    case answerNomination = "answer_nomination"
    case confirmAttendance = "confirm_attendance"
    case sendEvaluation = "send_evaluation"
    case uploadReceipt = "upload_receipt"
    case uploadReceiptAgain = "upload_receipt_again"
    case collectCertificate = "collect_certificate"
    case downloadCertificate = "download_certificate"
    case applyAgain = "apply_again"
    /// Nothing is the officer's to do.
    case look

    /// Whether the officer is awaited.
    public var isOwed: Bool {
        switch self {
        case .look, .applyAgain, .downloadCertificate: false
        default: true
        }
    }
}
