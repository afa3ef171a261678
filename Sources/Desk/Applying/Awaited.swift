public import Academy

/// Whose turn it is.
public struct Awaited: Sendable, Hashable {
    public let party: Party
    /// What the person is called; empty where the party says enough.
    public let name: String
    /// Until when, where there is an end.
    public let until: Instant?

    /// The raw value is stable.
    public enum Party: String, Sendable, Hashable, CaseIterable {
        /// The reader, whose application it is.
        case you
        /// The applicant, to everybody else.
        case applicant
        case supervisor
        /// Pegawai Latihan Negeri.
        case stateTrainingOfficer = "state_training_officer"
        case coordinator
        /// One who was named as a replacement.
        case replacement
        case replacementSupervisor = "replacement_supervisor"
    }

    init(_ party: Party, name: String = "", until: Instant? = nil) {
        self.party = party
        self.name = name
        self.until = until
    }
}
