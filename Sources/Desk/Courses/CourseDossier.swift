import Academy
import Records
import SQL

/// Everything that is recorded of one course, with how many have applied.
struct CourseDossier: Sendable {
    let plan: CoursePlan
    let counts: [ApplicationState: Int]

    static func open(_ id: Course.ID, in transaction: borrowing Transaction) throws -> CourseDossier? {
        guard let course = try Courses.find(id, in: transaction) else { return nil }
        let plan = CoursePlan(
            course: course, offering: try Offerings.find(id, in: transaction) ?? .none(of: course),
            speakers: try Offerings.speakers(of: id, in: transaction),
            coordinators: try Offerings.coordinatorIDs(of: id, in: transaction),
            signatories: try Signatories.of(id, in: transaction).map(\.id))
        return CourseDossier(plan: plan, counts: try Applications.counts(of: id, in: transaction))
    }

    var seatsHeld: Int { counts.seatsHeld }

    /// Days and place are promised to somebody: they change by a deed of their own, which tells them.
    var isPromised: Bool { counts.contains { $0.value > 0 && ($0.key.holdsSeat || $0.key.courseOutcome != .pending) } }

    /// Somebody's attendance is confirmed.
    var wasHeld: Bool { counts.contains { $0.value > 0 && $0.key.courseOutcome != .pending } }

    var hasApplications: Bool { counts.contains { $0.key != .draft && $0.value > 0 } }
}

extension OfferingRecord {
    /// Of a course that was never on offer, for example one that was imported: nothing is decided, and the days are the
    /// workflow rule's.
    fileprivate static func none(of course: Course) -> OfferingRecord {
        let days = course.dates.days
        let start = days.first ?? Day(daysSinceEpoch: 0)
        let fallback = Days(
            closing: start.adding(days: -14), decision: start.adding(days: -10), confirmation: start.adding(days: -7),
            freeze: start.adding(days: -2))
        return OfferingRecord(
            course: course.id, objectives: Bilingual(malay: ""), target: Bilingual(malay: ""),
            rules: CourseRules(quota: 0, graceDays: CourseRules.usualGrace), days: fallback, version: 0)
    }
}
