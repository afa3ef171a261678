public import Academy
import Records
import SQL

/// A course's applications, for its coordinators: counts, seats, and decisions.
public struct CourseBoard: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    public struct Overview: Sendable, Hashable {
        public let course: CourseSummary
        public let quota: Int
        public let seatsHeld: Int
        public let decideBy: Day
        /// States without any are left out.
        public let counts: [ApplicationState: Int]
        public let rows: [Row]
        public let mayDecide: Bool
    }

    public struct Row: Sendable, Hashable {
        public let id: Application.ID
        public let reference: String
        public let name: String
        public let post: String
        public let station: String
        public let supervisor: String
        public let since: Instant
        /// Courses on which the applicant has a seat at the same hours.
        public let clashes: [CourseSummary]
        public let isOwn: Bool
    }

    /// One page of applications in a state, the oldest first.
    /// - Throws: ``Refusal/notFound`` for who is neither a coordinator of the course nor an administrator or auditor.
    public func overview(
        of id: Course.ID, in state: ApplicationState, after key: Application.ID?, limit: Int, by caller: Caller
    ) async throws -> Overview {
        try await office.database.read { transaction in
            let standing = try Standing(of: caller, toward: .init("-"), on: id, in: transaction)
            guard Permission.seeApplication(standing, by: caller),
                let file = try CourseFile.open(id, in: transaction)
            else { throw Refusal.notFound }
            let counts = try Applications.counts(of: id, in: transaction)
            let page = try Applications.page(of: id, in: state, after: key, limit: min(limit, 200), in: transaction)
            var clashes: [Officer.ID: [Course]] = [:]
            if let first = page.first?.record.id, let last = page.last?.record.id {
                clashes = try file.clashes(ofThose: state, within: first...last, in: transaction)
            }
            return Overview(
                course: CourseSummary(file.course), quota: file.offering.rules.quota, seatsHeld: counts.seatsHeld,
                decideBy: file.deadlines.decision, counts: counts,
                rows: page.map { Row($0, clashes[$0.officer.id] ?? [], caller) },
                mayDecide: Permission.decideApplications(standing))
        }
    }

    public enum Decision: Sendable, Hashable {
        case approve
        case reject(RejectionReason, reason: String)
    }

    /// What became of one row of a decision over many.
    public struct Result: Sendable, Hashable {
        public let id: Application.ID
        public let name: String
        /// The new state; nil when it was refused.
        public let state: ApplicationState?
        public let refusals: [ApplicationRefusal]
    }

    /// Decides each application in a transaction of its own, so that one that cannot be decided does not hold up others.
    ///
    /// Seats are counted in the transaction that gives one.
    public func decide(
        _ decision: Decision, on ids: [Application.ID], of course: Course.ID, by caller: Caller
    ) async throws -> [Result] {
        var results: [Result] = []
        for id in ids { results.append(try await decide(decision, on: id, of: course, by: caller)) }
        return results
    }

    private func decide(
        _ decision: Decision, on id: Application.ID, of course: Course.ID, by caller: Caller
    ) async throws -> Result {
        let clerk = ApplicationClerk(office, for: caller)
        return try await office.database.write { transaction in
            let standing = try Standing(of: caller, toward: .init("-"), on: course, in: transaction)
            guard Permission.decideApplications(standing),
                let record = try Applications.find(id, in: transaction), record.course == course,
                let officer = try Officers.find(record.officer, in: transaction),
                let file = try CourseFile.open(course, in: transaction)
            else { throw Refusal.notFound }
            let own = try Standing(of: caller, toward: officer.id, on: course, in: transaction)
            do {
                let moved = try clerk.perform(
                    decision.event, on: record, of: officer, file: file, by: own, request: decision.request,
                    in: transaction)
                return Result(id: id, name: officer.name.text, state: moved.state, refusals: [])
            } catch Refusal.workflow(let refusals) {
                return Result(id: id, name: officer.name.text, state: nil, refusals: refusals)
            }
        }
    }
}

extension CourseBoard.Decision {
    fileprivate var event: ApplicationEvent {
        switch self {
        case .approve: .approve
        case .reject: .reject
        }
    }

    fileprivate var request: ApplicationRequest {
        switch self {
        case .approve: ApplicationRequest()
        case .reject(let code, let reason):
            ApplicationRequest(reason: try? ReasonText(parsing: reason), rejection: code)
        }
    }
}

extension CourseBoard.Row {
    fileprivate init(_ applicant: Applicant, _ clashes: [Course], _ caller: Caller) {
        self.init(
            id: applicant.record.id, reference: applicant.record.reference, name: applicant.officer.name.text,
            post: "\(applicant.officer.post) \(applicant.officer.grade)", station: applicant.officer.station,
            supervisor: applicant.record.supervisor.name, since: applicant.record.stateAt,
            clashes: clashes.map(CourseSummary.init),
            isOwn: applicant.officer.id == caller.officer)
    }
}
