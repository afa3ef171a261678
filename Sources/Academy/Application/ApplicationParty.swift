/// What a person is to one application.
///
/// Roles are per course and per officer: a coordinator of another course, or the training officer of another state, is
/// nothing to it.
public enum ApplicationParty: String, Sendable, Hashable, CaseIterable {
    /// Pemohon. Of a nomination: the officer who is named.
    case applicant
    /// Penyelia: the one whom the applicant named, by the mailed link or signed in.
    case supervisor
    /// Pegawai Latihan Negeri of the applicant's state.
    case stateTrainingOfficer = "state_training_officer"
    /// Penyelaras of this course.
    case coordinator
    /// Pentadbir Sistem.
    case administrator
    /// The clock, and what follows from another's deed.
    case system
}

/// Who acts on an application, with everything that the person is to it.
public struct Standing: Sendable, Hashable {
    /// Nil for the system, and for a supervisor who came by the mailed link and has no account.
    public let person: Officer.ID?
    public let parties: Set<ApplicationParty>

    public init(person: Officer.ID?, parties: Set<ApplicationParty>) {
        self.person = person
        self.parties = parties
    }

    public static let system = Standing(person: nil, parties: [.system])

    /// Nobody can be two of the persons that a deed of two needs.
    public func isSomebodyElse(than other: Standing) -> Bool {
        guard let person, let second = other.person else { return false }
        return person != second
    }
}

/// In what capacity a permitted event is carried out; it is written to the audit.
public enum ApplicationManner: String, Sendable, Hashable, CaseIterable {
    /// It is the party's own to do.
    case direct
    /// For the applicant, by the coordinator or an administrator.
    case onBehalf = "on_behalf"
    /// By an administrator in another's place, with a reason.
    case override
}
