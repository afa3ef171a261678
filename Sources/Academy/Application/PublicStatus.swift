/// What an officer is told of an application.
///
/// The first four are the words of the academy's public help page: *Dalam Proses, Disokong, Diluluskan, Tidak Berjaya*.
/// The state below it is the finer one that the tracking page shows with it.
public enum PublicStatus: String, Sendable, Hashable, CaseIterable {
    /// Dalam Proses: the supervisor's permission and the state training officer's support are awaited.
    case inProcess = "in_process"
    /// Disokong.
    case supported
    /// Diluluskan: the officer confirms attendance.
    case approved
    /// Tidak Berjaya, with its reason.
    case unsuccessful
    /// Digantikan.
    case replaced
    /// Tidak Hadir.
    case absent
    /// Ditarik balik.
    case withdrawn
    /// Kursus dibatalkan.
    case courseCancelled = "course_cancelled"
    /// Tamat.
    case ended
}

extension ApplicationState {
    /// The status to show; nil for a draft, which nobody but its writer knows of.
    ///
    /// - Parameter hasStateStage: the course asks state training officers too, so that a supervisor's support alone is
    ///   still *Dalam Proses*.
    public func publicStatus(hasStateStage: Bool) -> PublicStatus? {
        switch self {
        case .draft: nil
        case .submitted, .nominated: .inProcess
        case .supervisorSupported: hasStateStage ? .inProcess : .supported
        case .supported, .waiting: .supported
        case .offered, .approved, .attending, .releaseRequested: .approved
        case .notSupported, .unsuccessful, .lapsed: .unsuccessful
        case .replaced: .replaced
        case .released, .absent: .absent
        case .withdrawn: .withdrawn
        case .courseCancelled: .courseCancelled
        case .completed, .insufficient: .ended
        }
    }
}

/// Why the academy could not give a seat (*Tidak Berjaya*); the raw value is stable.
public enum RejectionReason: String, Sendable, Hashable, CaseIterable {
    /// Kuota peserta telah penuh.
    case quotaFull = "quota_full"
    /// Tidak layak.
    case notEligible = "not_eligible"
    /// Others come first.
    case priority
    case other
}
