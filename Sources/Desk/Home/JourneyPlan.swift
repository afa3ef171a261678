import Academy
import Attestation
import Eligibility
import Records

/// Where an officer stands with one course, from what is known of it; the gate's own verdict decides the last two steps.
struct JourneyPlan: Sendable {
    /// nil for a participant who was entered without an application.
    var application: ApplicationRecord?
    var participation: ParticipationRecord?
    var certificate: CertificateSummary?
    /// nil for a course without days.
    var deadlines: Deadlines?
    /// When the application came into each state.
    var history: [ApplicationState: Instant] = [:]
    let today: Day

    private typealias Step = JourneyStep

    /// All five, in order; after one that stopped nothing is ahead.
    var steps: [JourneyStep] {
        var steps = [applicationStep, supportStep, approvalStep, courseStep, certificateStep]
        if let end = steps.firstIndex(where: { $0.standing == .stopped }) {
            for later in steps.indices where later > end {
                steps[later] = Step(kind: steps[later].kind, standing: .ahead)
            }
        }
        return steps
    }

    var conditions: [ConditionState] { participation.map(ConditionState.all) ?? [] }

    private var obstacles: [Obstacle] { conditions.compactMap(\.obstacle) }

    private var applicationStep: JourneyStep {
        guard let application else { return Step(kind: .application, standing: .done) }
        switch application.state {
        case .draft:
            return Step(
                kind: .application, standing: .current, awaits: .you, since: application.createdAt,
                deadline: deadlines?.closing)
        case .nominated:
            return Step(kind: .application, standing: .current, awaits: .you, since: application.stateAt)
        case .withdrawn where application.submittedAt == nil, .lapsed where application.submittedAt == nil:
            return Step(kind: .application, standing: .stopped, since: application.stateAt)
        default: return Step(kind: .application, standing: .done, since: application.submittedAt)
        }
    }

    private var supportStep: JourneyStep {
        guard let application else { return Step(kind: .support, standing: .done) }
        switch application.state {
        case .draft, .nominated: return Step(kind: .support, standing: .ahead)
        case .submitted:
            return Step(
                kind: .support, standing: .current, awaits: .supervisor, since: application.stateAt,
                deadline: deadlines?.decision)
        case .supervisorSupported:
            return Step(
                kind: .support, standing: .current, awaits: .stateTrainingOfficer, since: application.stateAt,
                deadline: deadlines?.decision)
        case .notSupported: return Step(kind: .support, standing: .stopped, since: application.stateAt)
        case .withdrawn where supported == nil, .lapsed where supported == nil, .courseCancelled where supported == nil:
            return Step(kind: .support, standing: .stopped, since: application.stateAt)
        default: return Step(kind: .support, standing: .done, since: supported)
        }
    }

    private var approvalStep: JourneyStep {
        guard let application else { return Step(kind: .approval, standing: .done) }
        switch application.state {
        case .draft, .nominated, .submitted, .supervisorSupported:
            return Step(kind: .approval, standing: .ahead)
        case .supported:
            return Step(
                kind: .approval, standing: .current, awaits: .coordinator, since: application.stateAt,
                deadline: deadlines?.decision)
        case .waiting: return Step(kind: .approval, standing: .current, since: application.stateAt)
        case .offered:
            return Step(
                kind: .approval, standing: .current, awaits: .you, since: application.stateAt,
                deadline: application.offerExpires?.day ?? deadlines?.confirmation)
        case .unsuccessful: return Step(kind: .approval, standing: .stopped, since: application.stateAt)
        case .withdrawn where approved == nil, .lapsed where approved == nil, .courseCancelled where approved == nil:
            return Step(kind: .approval, standing: .stopped, since: application.stateAt)
        default: return Step(kind: .approval, standing: .done, since: approved)
        }
    }

    private var courseStep: JourneyStep {
        switch application?.state {
        case .approved? where mayConfirm:
            return Step(
                kind: .course, standing: .current, awaits: .you, since: application?.stateAt,
                deadline: deadlines?.confirmation)
        case .releaseRequested?:
            return Step(kind: .course, standing: .current, awaits: .coordinator, since: application?.stateAt)
        case .released?, .replaced?, .withdrawn?, .lapsed?, .courseCancelled?:
            return Step(kind: .course, standing: .stopped, since: application?.stateAt)
        case .some(let state) where !state.countsTowardsCap: return Step(kind: .course, standing: .ahead)
        case .offered?: return Step(kind: .course, standing: .ahead)
        default: return participantStep
        }
    }

    /// Of somebody who has a seat: what the gate says.
    private var participantStep: JourneyStep {
        guard participation != nil else { return Step(kind: .course, standing: .current) }
        if obstacles.isEmpty {
            return Step(kind: .course, standing: .done, since: conditions.compactMap(\.since).max())
        }
        if let closed = conditions.first(where: { $0.obstacle?.actor == .nobody }) {
            return Step(kind: .course, standing: .stopped, since: closed.since)
        }
        guard let open = pressing else { return Step(kind: .course, standing: .current) }
        return Step(
            kind: .course, standing: .current, awaits: Self.party(of: open), since: open.since,
            deadline: deadline(of: open))
    }

    /// The condition that the officer can bring about, else the first that others must, unless the course is to come.
    private var pressing: ConditionState? {
        conditions.first { $0.obstacle?.actor == .officer }
            ?? (isOver ? conditions.first { $0.obstacle != nil } : conditions.first { $0.obstacle?.actor == .finance })
    }

    private var certificateStep: JourneyStep {
        if let certificate, certificate.status == .valid {
            return Step(kind: .certificate, standing: .done, since: certificate.issuedAt)
        }
        if let certificate, certificate.status != .issuing {
            return Step(kind: .certificate, standing: .stopped, since: certificate.statusAt)
        }
        guard courseStep.standing == .done else { return Step(kind: .certificate, standing: .ahead) }
        return Step(kind: .certificate, standing: .current, awaits: .you, since: courseStep.since)
    }

    private var supported: Instant? { history[.supported] }

    private var approved: Instant? { history[.approved] ?? history[.attending] }
}

extension JourneyPlan {
    var isOver: Bool { deadlines.map { today > $0.end } ?? true }

    /// *Pengesahan Kehadiran* is taken until the end of its day.
    private var mayConfirm: Bool { deadlines.map { today <= $0.confirmation } ?? false }

    /// One and only one; what the officer owes goes before what can be looked at.
    var next: JourneyDeed {
        switch application?.state {
        case .draft?: return .finishApplication
        case .nominated?: return application?.declaredAt == nil ? .answerNomination : .look
        case .offered?: return .answerOffer
        case .approved? where mayConfirm: return .confirmAttendance
        case .some(let state) where state.mayBeFollowed:
            return deadlines.map { today <= $0.closing } == true ? .applyAgain : .look
        case .some(let state) where !state.countsTowardsCap: return .look
        case .releaseRequested?: return .look
        default: return afterSeat
        }
    }

    private var afterSeat: JourneyDeed {
        switch certificate?.status {
        case .valid?: return .downloadCertificate
        case .issuing?: return .collectCertificate
        case .suspended?, .revoked?, .superseded?: return .look
        case nil: break
        }
        guard participation != nil else { return .look }
        if obstacles.isEmpty { return .collectCertificate }
        if obstacles.contains(where: { $0.actor == .nobody }) { return .look }
        switch obstacles.first(where: { $0.actor == .officer }) {
        case .evaluationNotStarted?, .evaluationNotSent?: return .sendEvaluation
        case .feeUnpaid?: return .uploadReceipt
        case .receiptRejected?: return .uploadReceiptAgain
        default: return .look
        }
    }

    /// It can still lead somewhere.
    var isActive: Bool {
        if let state = application?.state, !state.countsTowardsCap { return state.isLive }
        if certificate != nil { return certificate?.status == .issuing }
        return !obstacles.contains { $0.actor == .nobody }
    }

    private func deadline(of condition: ConditionState) -> Day? {
        guard condition.obstacle?.actor == .officer else { return nil }
        switch condition.condition {
        case .fee: return deadlines?.payment
        case .evaluation: return deadlines?.evaluation
        case .attendance: return nil
        }
    }

    private static func party(of condition: ConditionState) -> JourneyStep.Party? {
        switch condition.obstacle?.actor {
        case .officer: .you
        case .coordinator: .coordinator
        case .finance: .finance
        case .nobody, nil: nil
        }
    }
}
