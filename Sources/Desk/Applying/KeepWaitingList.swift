public import Academy
import Records
import SQL

/// *Senarai menunggu* of a course, for its coordinators: who waits in which order, to whom a seat is offered, and what a
/// coordinator may do about it.
public struct KeepWaitingList: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// The lowest and the highest priority that a coordinator gives; 0 is everybody's.
    public static let priorities = -1...3

    public struct Overview: Sendable, Hashable {
        public let course: CourseSummary
        public let quota: Int
        public let seatsHeld: Int
        /// After this day the program offers no seat by itself.
        public let cutOff: Day
        public let isPastCutOff: Bool
        public let waiters: [Waiter]
        public let offers: [Offer]
        public let mayDecide: Bool
        /// Why no seat can be offered by hand now, whoever it is for; empty when one can.
        public let hindrances: [ApplicationRefusal]
    }

    /// In the order in which seats are offered.
    public struct Waiter: Sendable, Hashable {
        public let id: Application.ID
        public let name: String
        public let reference: String
        public let post: String
        public let station: String
        public let priority: Int
        public let since: Instant
        /// Why somebody behind may be offered a seat first; empty for who may be offered one.
        public let obstacles: [ApplicationRefusal]
        /// The first of the list who may be offered a seat.
        public let isNext: Bool
        public let isOwn: Bool
    }

    public struct Offer: Sendable, Hashable {
        public let id: Application.ID
        public let name: String
        public let reference: String
        public let expires: Instant
    }

    /// - Throws: ``Refusal/notFound`` for who is neither a coordinator of the course nor an administrator or auditor.
    public func overview(of id: Course.ID, by caller: Caller) async throws -> Overview {
        let now = office.surroundings.now()
        return try await office.database.read { transaction in
            let standing = try Standing(of: caller, toward: .init("-"), on: id, in: transaction)
            guard Permission.seeApplication(standing, by: caller), let file = try CourseFile.open(id, in: transaction)
            else { throw Refusal.notFound }
            let course = try file.circumstances(at: now, in: transaction)
            let offers = try Applications.offered(on: id, in: transaction).map { applicant in
                Offer(
                    id: applicant.record.id, name: applicant.officer.name.text, reference: applicant.record.reference,
                    expires: applicant.record.offerExpires ?? now)
            }
            return Overview(
                course: CourseSummary(file.course), quota: course.rules.quota, seatsHeld: course.seatsHeld,
                cutOff: file.deadlines.confirmation, isPastCutOff: course.isPastCutOff,
                waiters: try Self.waiters(of: file, caller, in: transaction), offers: offers,
                mayDecide: Permission.decideApplications(standing), hindrances: Self.hindrances(course))
        }
    }

    private static func waiters(
        of file: CourseFile, _ caller: Caller, in transaction: borrowing Transaction
    ) throws -> [Waiter] {
        var waiters: [Waiter] = []
        var isNextFound = false
        for waiter in try Applications.waitingList(of: file.course.id, in: transaction).waiters {
            guard let record = try Applications.find(waiter.application, in: transaction),
                let officer = try Officers.find(record.officer, in: transaction)
            else { continue }
            let circumstances = try file.circumstances(of: officer, except: record.id, in: transaction)
            let obstacles = circumstances.obstacles(under: file.offering.rules)
            waiters.append(
                Waiter(
                    id: record.id, name: officer.name.text, reference: record.reference,
                    post: "\(officer.post) \(officer.grade)", station: officer.station, priority: waiter.priority,
                    since: waiter.since, obstacles: obstacles, isNext: !isNextFound && obstacles.isEmpty,
                    isOwn: officer.id == caller.officer))
            isNextFound = isNextFound || obstacles.isEmpty
        }
        return waiters
    }

    private static func hindrances(_ course: CourseCircumstances) -> [ApplicationRefusal] {
        if [.cancelled, .ended].contains(course.status) { return [.courseNotOpen] }
        return course.hasFreeSeat ? [] : [.noSeatFree]
    }

    /// Moves an application forward or back; it is logged with the reason.
    /// - Throws: ``Refusal/invalid(_:)`` with fields `priority` and `reason`; ``Refusal/workflow(_:)``.
    public func prioritise(
        _ id: Application.ID, to priority: Int, reason: String, of course: Course.ID, by caller: Caller
    ) async throws {
        let words = try? ReasonText(parsing: reason)
        var problems: [FieldProblem] = []
        if !Self.priorities.contains(priority) { problems.append(.init(field: "priority", code: "priority_range")) }
        if words == nil { problems.append(.init(field: "reason", code: "reason_too_short")) }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        try await perform(.prioritise, on: id, of: course, because: words, by: caller) { $0.priority = priority }
    }

    /// Offers a free seat by hand to the first of the list; after the cut-off with a reason.
    ///
    /// Before it the program has done so already.
    public func promote(_ id: Application.ID, reason: String, of course: Course.ID, by caller: Caller) async throws {
        try await perform(.promote, on: id, of: course, because: try? ReasonText(parsing: reason), by: caller) { _ in }
    }

    private func perform(
        _ event: ApplicationEvent, on id: Application.ID, of course: Course.ID, because reason: ReasonText?,
        by caller: Caller, changing change: @escaping @Sendable (inout ApplicationRecord) -> Void
    ) async throws {
        let clerk = ApplicationClerk(office, for: caller)
        try await office.database.write { transaction in
            guard let record = try Applications.find(id, in: transaction), record.course == course,
                let officer = try Officers.find(record.officer, in: transaction),
                let file = try CourseFile.open(course, in: transaction)
            else { throw Refusal.notFound }
            let standing = try Standing(of: caller, toward: officer.id, on: course, in: transaction)
            guard Permission.decideApplications(standing) else { throw Refusal.notFound }
            try clerk.perform(
                event, on: record, of: officer, file: file, by: standing,
                request: ApplicationRequest(reason: reason), in: transaction, changing: change)
        }
    }
}
