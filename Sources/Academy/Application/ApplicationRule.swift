/// One row of the workflow's table: what an event needs, and where it can lead.
public struct ApplicationRule: Sendable, Hashable {
    public let event: ApplicationEvent
    /// Where it can happen; nil is “there is no application yet”.
    public let from: Set<ApplicationState?>
    /// Every state it can lead to.
    public let to: Set<ApplicationState>
    public let parties: [ApplicationParty: ApplicationManner]
    /// A judgement on the application, which nobody passes on an own one.
    public let isDecision: Bool
    /// What may stand in the way, in the order in which it is told.
    public let guards: [ApplicationRefusal]

    init(
        _ event: ApplicationEvent, from: [ApplicationState?], to: [ApplicationState],
        by parties: [ApplicationParty: ApplicationManner], isDecision: Bool = false,
        unless guards: [ApplicationRefusal] = []
    ) {
        self.event = event
        self.from = Set(from)
        self.to = Set(to)
        self.parties = parties
        self.isDecision = isDecision
        self.guards = guards
    }

    /// In what capacity somebody may carry it out.
    ///
    /// Who may in several does it in the most direct one.
    public func manner(of standing: Standing) -> Result<ApplicationManner, ApplicationRefusal> {
        let manners = Set(standing.parties.compactMap { parties[$0] })
        guard let manner = ApplicationManner.allCases.first(where: manners.contains) else {
            return .failure(.notPermitted)
        }
        return isDecision && standing.parties.contains(.applicant) ? .failure(.ownApplication) : .success(manner)
    }
}

extension [ApplicationParty: ApplicationManner] {
    /// The applicant's own affair; coordinator and administrator may do it for them, and it is logged.
    static let own: Self = [.applicant: .direct, .coordinator: .onBehalf, .administrator: .onBehalf]
    static let supervisor: Self = [.supervisor: .direct, .administrator: .override]
    static let state: Self = [.stateTrainingOfficer: .direct, .administrator: .override]
    static let academy: Self = [.coordinator: .direct, .administrator: .direct]
    static let system: Self = [.system: .direct]
}
