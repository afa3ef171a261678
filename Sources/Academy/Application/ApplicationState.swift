/// The noun of an application: one officer asking for one course.
public enum Application {
    public typealias ID = Identifier<Application>
}

/// How far an application has come.
///
/// Fee, attendance list, evaluation and certificate have states of their own and never change this one: an officer who
/// has not paid yet is as approved as one who has. The raw value is stable; words are translated at display.
public enum ApplicationState: String, Sendable, Hashable, CaseIterable, Codable {
    /// Draf.
    case draft
    /// Dihantar: menunggu sokongan penyelia.
    case submitted
    /// Disokong penyelia: menunggu Pegawai Latihan Negeri. Only courses with that stage have it.
    case supervisorSupported = "supervisor_supported"
    /// Disokong: menunggu kelulusan AKMAL.
    case supported
    /// Senarai menunggu.
    case waiting
    /// Tawaran menunggu: a seat is kept until the officer answers or time is up.
    case offered
    /// Diluluskan: sila sahkan kehadiran.
    case approved
    /// Hadir (disahkan peserta).
    case attending
    /// Pelepasan tidak hadir dalam semakan; the seat is kept for a replacement.
    case releaseRequested = "release_requested"
    /// Dicalonkan: named by another officer as replacement; the seat is still the other's.
    case nominated
    /// Digantikan oleh pegawai lain.
    case replaced
    /// Dilepaskan: tidak hadir, pelepasan diterima.
    case released
    /// Tidak disokong.
    case notSupported = "not_supported"
    /// Tidak berjaya.
    case unsuccessful
    /// Luput: nobody acted in time.
    case lapsed
    /// Ditarik balik oleh pemohon.
    case withdrawn
    /// Kursus dibatalkan.
    case courseCancelled = "course_cancelled"
    /// Tamat: kehadiran mencukupi.
    case completed
    /// Tamat: kehadiran tidak mencukupi.
    case insufficient
    /// Tidak hadir tanpa pelepasan.
    case absent

    /// Whether it counts against the course's quota.
    public var holdsSeat: Bool {
        switch self {
        case .offered, .approved, .attending, .releaseRequested: true
        case .draft, .submitted, .supervisorSupported, .supported, .waiting, .nominated, .replaced, .released,
            .notSupported, .unsuccessful, .lapsed, .withdrawn, .courseCancelled, .completed, .insufficient, .absent:
            false
        }
    }

    /// Whether the officer is on the course's lists: attendance, fee, evaluation.
    ///
    /// A seat that is only offered is not taken yet; one that was given up leaves the lists.
    public var isOnCourse: Bool {
        switch self {
        case .approved, .attending, .releaseRequested, .completed, .insufficient, .absent: true
        case .draft, .submitted, .supervisorSupported, .supported, .waiting, .offered, .nominated, .replaced,
            .released, .notSupported, .unsuccessful, .lapsed, .withdrawn, .courseCancelled:
            false
        }
    }

    /// Whether the story is over; only attendance that was confirmed can be reopened.
    public var isFinal: Bool {
        switch self {
        case .replaced, .released, .notSupported, .unsuccessful, .lapsed, .withdrawn, .courseCancelled, .completed,
            .insufficient, .absent:
            true
        case .draft, .submitted, .supervisorSupported, .supported, .waiting, .offered, .approved, .attending,
            .releaseRequested, .nominated:
            false
        }
    }

    /// Not final; an officer has at most one such application for a course.
    public var isLive: Bool { !isFinal }

    /// Whether a fresh application for the same course may follow while it is open.
    public var mayBeFollowed: Bool {
        switch self {
        case .notSupported, .unsuccessful, .lapsed, .withdrawn: true
        case .draft, .submitted, .supervisorSupported, .supported, .waiting, .offered, .approved, .attending,
            .releaseRequested, .nominated, .replaced, .released, .courseCancelled, .completed, .insufficient, .absent:
            false
        }
    }

    /// Whether it counts towards the yearly cap: a seat was given, and the course was not cancelled or left in time.
    public var countsTowardsCap: Bool {
        switch self {
        case .offered, .approved, .attending, .releaseRequested, .completed, .insufficient, .absent: true
        case .draft, .submitted, .supervisorSupported, .supported, .waiting, .nominated, .replaced, .released,
            .notSupported, .unsuccessful, .lapsed, .withdrawn, .courseCancelled:
            false
        }
    }

    /// What the attendance's confirmation made of it; `pending` for every state before.
    public var courseOutcome: CourseOutcome {
        switch self {
        case .completed: .completed
        case .insufficient: .insufficient
        case .absent: .absent
        default: .pending
        }
    }

    /// Who is awaited; nil when nobody has to act.
    public var awaits: ApplicationParty? {
        switch self {
        case .draft, .offered, .approved, .nominated: .applicant
        case .submitted: .supervisor
        case .supervisorSupported: .stateTrainingOfficer
        case .supported, .releaseRequested: .coordinator
        case .waiting, .attending, .replaced, .released, .notSupported, .unsuccessful, .lapsed, .withdrawn,
            .courseCancelled, .completed, .insufficient, .absent:
            nil
        }
    }
}
