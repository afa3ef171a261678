/// Where a certificate stands in its own life, as the workflow rule counts it.
public enum CertificateStage: String, Sendable, Hashable, CaseIterable {
    /// Tidak layak: the three conditions do not all hold.
    case notEntitled = "not_entitled"
    /// Layak: they hold, nothing was issued.
    case entitled
    /// Dijana.
    case issued
    /// Digantung: dalam semakan.
    case suspended
    /// Diganti by a later version.
    case superseded
    /// Dibatalkan.
    case revoked
}

/// What can happen to a certificate; the raw value is stable.
public enum CertificateEvent: String, Sendable, Hashable, CaseIterable {
    /// Jana, on the first click, automatically or in bulk.
    case issue
    /// Pembetulan: a new version takes this one's place.
    case correct
    /// Gantung.
    case suspend
    /// Pulih.
    case restore
    /// Batal, by two persons.
    case revoke
}

/// Why nothing was done; the raw value is the stable reason code.
public enum CertificateRefusal: String, Error, Sendable, Hashable, CaseIterable {
    case notPermitted = "not_permitted"
    case wrongState = "wrong_state"
    /// The three conditions do not hold now.
    case notEntitled = "not_entitled"
    case ownCertificate = "own_certificate"
    case reasonMissing = "reason_missing"
    case secondPersonMissing = "second_person_missing"
}

/// Who acts on a certificate, and what stands around it.
public struct CertificateCircumstances: Sendable, Hashable {
    public var actor: Officer.ID?
    public var isHolder: Bool
    /// Penyelaras of the course: issues in bulk.
    public var isCoordinator: Bool
    public var isAdministrator: Bool
    public var isSystem: Bool
    /// Judged now, in this transaction.
    public var isEntitled: Bool
    public var reason: ReasonText?
    /// An administrator who agrees; not the actor, not the holder.
    public var approver: Officer.ID?
    public var holder: Officer.ID

    public init(
        actor: Officer.ID?, holder: Officer.ID, isCoordinator: Bool = false, isAdministrator: Bool = false,
        isSystem: Bool = false, isEntitled: Bool = false, reason: ReasonText? = nil, approver: Officer.ID? = nil
    ) {
        self.actor = actor
        self.holder = holder
        isHolder = actor == holder
        self.isCoordinator = isCoordinator
        self.isAdministrator = isAdministrator
        self.isSystem = isSystem
        self.isEntitled = isEntitled
        self.reason = reason
        self.approver = approver
    }
}

/// The moves of a certificate as a pure function; a change of template or signatory is none of them, since it never
/// touches what was issued.
public enum CertificateLaw {
    public static func move(
        from stage: CertificateStage, on event: CertificateEvent, in circumstances: CertificateCircumstances
    ) -> CertificateOutcome {
        if let refusal = refusalOfPerson(event, circumstances) { return .refused([refusal]) }
        let to = destination(of: event)
        if stage == to { return .unchanged(stage) }
        guard origins(of: event).contains(stage) else { return .refused([.wrongState]) }
        let refusals = refusals(event, circumstances)
        guard refusals.isEmpty else { return .refused(refusals) }
        return .moved(CertificateTransition(event: event, from: stage, to: to))
    }

    private static func destination(of event: CertificateEvent) -> CertificateStage {
        switch event {
        case .issue, .restore: .issued
        case .correct: .superseded
        case .suspend: .suspended
        case .revoke: .revoked
        }
    }

    private static func origins(of event: CertificateEvent) -> Set<CertificateStage> {
        switch event {
        case .issue: [.notEntitled, .entitled]
        case .correct: [.issued, .suspended]
        case .suspend: [.issued]
        case .restore: [.suspended]
        case .revoke: [.issued, .suspended]
        }
    }

    private static func refusalOfPerson(
        _ event: CertificateEvent, _ facts: CertificateCircumstances
    ) -> CertificateRefusal? {
        let mayIssue = facts.isHolder || facts.isCoordinator || facts.isAdministrator || facts.isSystem
        switch event {
        case .issue: return mayIssue ? nil : .notPermitted
        case .suspend where facts.isSystem: return nil
        case .correct, .suspend, .restore, .revoke:
            guard facts.isAdministrator else { return .notPermitted }
            return facts.isHolder ? .ownCertificate : nil
        }
    }

    private static func refusals(
        _ event: CertificateEvent, _ facts: CertificateCircumstances
    ) -> [CertificateRefusal] {
        let isSeconded = facts.approver.map { $0 != facts.actor && $0 != facts.holder } ?? false
        let candidates: [(CertificateRefusal, Bool)] = [
            (.notEntitled, [.issue, .restore, .correct].contains(event) && !facts.isEntitled),
            (.reasonMissing, event != .issue && facts.reason == nil),
            (.secondPersonMissing, event == .revoke && !isSeconded),
        ]
        return candidates.filter(\.1).map(\.0)
    }
}

/// The law's answer.
public enum CertificateOutcome: Sendable, Hashable {
    case moved(CertificateTransition)
    /// It was so already: a second click draws no second serial.
    case unchanged(CertificateStage)
    /// Never empty.
    case refused([CertificateRefusal])
}

/// One step of a certificate.
public struct CertificateTransition: Sendable, Hashable {
    public let event: CertificateEvent
    public let from: CertificateStage
    public let to: CertificateStage

    /// In the order in which they are carried out.
    public var effects: [Effect] {
        switch event {
        case .issue: [.freezeValues, .drawSerial]
        case .correct: [.freezeValues, .issueNextVersion]
        case .suspend: []
        case .restore: [.verifyAgain]
        case .revoke: []
        }
    }

    public var notices: [Notice] {
        switch event {
        case .issue, .correct: [.certificateReady]
        case .suspend: [.certificateSuspended]
        case .restore: []
        case .revoke: [.certificateRevoked]
        }
    }

    public enum Effect: String, Sendable, Hashable, CaseIterable {
        /// Every printed value is kept as it is now.
        case freezeValues = "freeze_values"
        /// Once, from the counter, in this transaction.
        case drawSerial = "draw_serial"
        /// The same base serial with the next version's number; the old one points to it.
        case issueNextVersion = "issue_next_version"
        /// What is shown to the public must say so again, and is looked at.
        case verifyAgain = "verify_again"
    }
}
