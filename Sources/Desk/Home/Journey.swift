public import Academy
import Records

/// One course of an officer's, from the application to the certificate.
public struct Journey: Sendable, Hashable {
    public let course: CourseSummary
    /// nil where the officer was entered without one.
    public let application: Application.ID?
    /// nil without an application.
    public let state: ApplicationState?
    /// Empty while it is a draft, and without an application.
    public let reference: String
    public let supervisor: String
    /// What the last decision gave as its reason.
    public let reason: String
    public let rejection: RejectionReason?
    /// Always five, in order.
    public let steps: [JourneyStep]
    /// The gate's three, once there is a seat; else empty.
    public let conditions: [ConditionState]
    public let certificate: CertificateSummary?
    public let next: JourneyDeed
    /// It can still lead somewhere.
    public let isActive: Bool
    public let firstDay: Day?
    public let lastDay: Day?

    init(_ plan: JourneyPlan, _ course: Course, _ span: CourseSpan?) {
        self.course = CourseSummary(course)
        application = plan.application?.id
        state = plan.application?.state
        reference = plan.application?.reference ?? ""
        supervisor = plan.application?.supervisor.name ?? ""
        reason = plan.application?.reason ?? ""
        rejection = plan.application?.rejection
        steps = plan.steps
        conditions = plan.conditions
        certificate = plan.certificate
        next = plan.next
        isActive = plan.isActive
        firstDay = span?.first
        lastDay = span?.last
    }

    /// The step that is under way, or at which it ended; the last one when all are done.
    public var present: JourneyStep? {
        steps.first { $0.standing == .current || $0.standing == .stopped } ?? steps.last
    }

    /// What the officer owes goes first, by its day; the rest by when the course begins.
    static func isMoreUrgent(_ left: Journey, _ right: Journey) -> Bool {
        let keys = [left, right].map { journey -> (Int, String, String) in
            let never = "9999"
            return (
                journey.next.isOwed ? 0 : 1, journey.next.isOwed ? journey.present?.deadline?.iso ?? never : "",
                journey.firstDay?.iso ?? never
            )
        }
        return keys[0] < keys[1]
    }
}
