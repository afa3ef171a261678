public import Academy
public import Attestation
public import Eligibility
import Records

/// What a list says of a course.
public struct CourseSummary: Sendable, Hashable {
    public let id: Course.ID
    public let code: CourseCode
    public let titleMalay: String
    public let titleEnglish: String
    public let dates: DatePhrase
    public let venue: String
    public let studyCentre: String
    public let status: Course.Status
    public let fee: Sen

    init(_ course: Course) {
        id = course.id
        code = course.code
        titleMalay = course.titleMalay
        titleEnglish = course.titleEnglish
        dates = course.dates
        venue = course.venue
        studyCentre = course.studyCentre
        status = course.status
        fee = course.fee
    }

    /// The Malay title where there is no English one.
    public func title(in language: Language) -> String {
        language == .english && !titleEnglish.isEmpty ? titleEnglish : titleMalay
    }
}

/// One of the three conditions, as the gate sees it.
public struct ConditionState: Sendable, Hashable {
    public let condition: Condition
    /// What stands in its way; nil when it holds.
    public let obstacle: Obstacle?
    /// The fact's stable code, such as `confirmed`, `sent`, `verified`, `exempt` or `not_applicable`.
    public let state: String
    /// Since when it stands as it does; nil when nothing has happened yet.
    public let since: Instant?

    /// All three, in order, from the verdict that also decides the issue.
    static func all(of participation: ParticipationRecord) -> [ConditionState] {
        let verdict = Verdict(on: participation.candidacy)
        return Condition.allCases.map { condition in
            ConditionState(
                condition: condition, obstacle: verdict.obstacle(to: condition),
                state: state(condition, participation), since: participation.since(condition))
        }
    }

    private static func state(_ condition: Condition, _ participation: ParticipationRecord) -> String {
        switch condition {
        case .attendance: participation.attendance.rawValue
        case .evaluation: participation.evaluation.rawValue
        case .fee: participation.fee.rawValue
        }
    }
}

/// What a list says of a certificate.
public struct CertificateSummary: Sendable, Hashable {
    public let id: String
    public let serial: Serial
    public let code: PublicCode
    public let status: CertificateStatus
    public let statusAt: Instant
    public let issuedAt: Instant?

    init(_ heading: CertificateHeading) {
        id = heading.id
        serial = heading.serial
        code = heading.code
        status = heading.status
        statusAt = heading.statusAt
        issuedAt = heading.issuedAt
    }

    init(_ certificate: StoredCertificate) {
        id = certificate.record.id
        serial = certificate.record.serial
        code = certificate.record.code
        status = certificate.status
        statusAt = certificate.statusAt
        issuedAt = Instant(iso: certificate.record.issuedAt)
    }
}
