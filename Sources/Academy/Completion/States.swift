/// How a participation ended, by the coordinator's confirmation.
public enum CourseOutcome: String, Sendable, Hashable, CaseIterable, Codable {
    /// The course is not over for this participant.
    case pending
    /// Tamat.
    case completed
    /// Tamat, kehadiran tidak mencukupi.
    case insufficient
    /// Tidak hadir.
    case absent
}

/// Kehadiran kursus: how far the attendance list has come.
public enum AttendanceState: String, Sendable, Hashable, CaseIterable, Codable {
    case notRecorded = "not_recorded"
    case recorded
    /// Disahkan by the course's coordinator.
    case confirmed
    /// Dibuka semula: what was confirmed no longer counts.
    case reopened
}

/// Penilaian Reaksi: how far the evaluation form has come.
public enum EvaluationState: String, Sendable, Hashable, CaseIterable, Codable {
    case notOpen = "not_open"
    case open
    case draft
    case sent
    /// By an administrator, with a reason.
    case exempt
}

/// Yuran: how far the fee has come.
public enum FeeState: String, Sendable, Hashable, CaseIterable, Codable {
    /// Tidak berkenaan: the course costs nothing.
    case notApplicable = "not_applicable"
    case unpaid
    case awaitingReview = "awaiting_review"
    /// Disahkan by the finance unit; the only state in which a payment counts.
    case verified
    case rejected
    /// Dikecualikan by the finance unit and an administrator.
    case exempt
    case refunded
}
