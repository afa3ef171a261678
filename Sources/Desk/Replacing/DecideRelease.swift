public import Academy
import Records
import SQL

/// *Permohonan tidak hadir* of a course, for its coordinators: what is asked, and the decision.
public struct DecideRelease: Sendable {
    private let office: Office
    /// Requests that wait on one course; a course has fewer seats.
    private static let mostOpen = 200

    public init(_ office: Office) { self.office = office }

    public struct Overview: Sendable, Hashable {
        public let course: CourseSummary
        public let quota: Int
        public let seatsHeld: Int
        public let waiting: Int
        public let putsReplacementFirst: Bool
        public let freeze: Day
        /// The oldest first.
        public let open: [Case]
        /// The latest first.
        public let decided: [Case]
        public let mayDecide: Bool
    }

    /// One request with everything that the decision needs.
    public struct Case: Sendable, Hashable {
        public let application: Application.ID
        public let reference: String
        public let name: String
        public let post: String
        public let station: String
        public let release: ReleaseSummary
        /// What the officer has paid: it does not go to the replacement.
        public let fee: FeeState?
        public let decidedBy: String
        public let isOwn: Bool
        /// What stands between the replacement and the seat, found anew.
        public let obstacles: [ReplacementCandidate.Obstacle]
        /// Why the replacement cannot be seated; empty when nothing stands in the way.
        public let acceptance: [ApplicationRefusal]
        public let grant: [ApplicationRefusal]
        public let refusal: [ApplicationRefusal]
        public let mayName: Bool
    }

    /// - Throws: ``Refusal/notFound`` for who is neither a coordinator of the course nor an administrator or auditor.
    public func overview(of id: Course.ID, by caller: Caller) async throws -> Overview {
        let clerk = ApplicationClerk(office, for: caller)
        return try await office.database.read { transaction in
            let standing = try Standing(of: caller, toward: .init("-"), on: id, in: transaction)
            guard Permission.seeApplication(standing, by: caller), let file = try CourseFile.open(id, in: transaction)
            else { throw Refusal.notFound }
            let reader = CaseReader(clerk: clerk, file: file, caller: caller)
            let open = try Releases.open(on: id, limit: Self.mostOpen, in: transaction)
            let latest = try Releases.page(on: id, before: nil, limit: 50, in: transaction)
                .filter { $0.outcome != .waiting }
            let counts = try Applications.counts(of: id, in: transaction)
            return Overview(
                course: CourseSummary(file.course), quota: file.offering.rules.quota, seatsHeld: counts.seatsHeld,
                waiting: counts[.waiting] ?? 0, putsReplacementFirst: file.offering.rules.putsReplacementFirst,
                freeze: file.deadlines.freeze, open: try open.compactMap { try reader.read($0, in: transaction) },
                decided: try latest.compactMap { try reader.read($0, in: transaction) },
                mayDecide: Permission.decideApplications(standing))
        }
    }

    public enum Decision: Sendable, Hashable {
        /// The seat goes to the replacement whose application it is: somebody else may have been named meanwhile.
        case accept(replacement: Application.ID)
        /// Released without a replacement: the seat is free.
        case grant
        case refuse(reason: String)
    }

    /// Decides in one transaction: both applications move or none does.
    /// - Throws: ``Refusal/workflow(_:)``, ``Refusal/notFound``; ``Refusal/conflict(_:)`` when another replacement is
    ///   named by now; ``Refusal/invalid(_:)`` with field `sebab`.
    public func callAsFunction(
        _ decision: Decision, on id: Application.ID, of course: Course.ID, by caller: Caller
    ) async throws {
        let clerk = ApplicationClerk(office, for: caller)
        let request = try decision.request
        try await office.database.write { transaction in
            let standing = try Standing(of: caller, toward: .init("-"), on: course, in: transaction)
            guard Permission.decideApplications(standing),
                let record = try Applications.find(id, in: transaction), record.course == course,
                let officer = try Officers.find(record.officer, in: transaction),
                let file = try CourseFile.open(course, in: transaction)
            else { throw Refusal.notFound }
            if case .accept(let replacement) = decision, record.state == .releaseRequested,
                try Nominations.open(for: id, in: transaction)?.application != replacement
            {
                throw Refusal.conflict(.applicationChanged)
            }
            try clerk.perform(
                decision.event, on: record, of: officer, file: file,
                by: try Standing(of: caller, toward: officer.id, on: course, in: transaction), request: request,
                in: transaction)
        }
    }
}

extension DecideRelease.Decision {
    fileprivate var event: ApplicationEvent {
        switch self {
        case .accept: .acceptReplacement
        case .grant: .grantRelease
        case .refuse: .refuseRelease
        }
    }

    fileprivate var request: ApplicationRequest {
        get throws {
            guard case .refuse(let reason) = self else { return ApplicationRequest() }
            do throws(ReasonText.Problem) {
                return ApplicationRequest(reason: try ReasonText(parsing: reason))
            } catch {
                throw Refusal.invalid([FieldProblem(field: "sebab", code: error.code)])
            }
        }
    }
}

/// Reads requests for the page on which they are decided.
private struct CaseReader {
    let clerk: ApplicationClerk
    let file: CourseFile
    let caller: Caller

    func read(_ row: ReleaseRecord, in transaction: borrowing Transaction) throws -> DecideRelease.Case? {
        guard let record = try Applications.find(row.application, in: transaction),
            let officer = try Officers.find(record.officer, in: transaction),
            let release = try ReleaseSummary(row, in: transaction)
        else { return nil }
        let standing = try Standing(of: caller, toward: officer.id, on: file.course.id, in: transaction)
        let isOpen = row.outcome == .waiting
        let refusals = try isOpen ? self.refusals(record, officer, standing, in: transaction) : { _ in [] }
        return DecideRelease.Case(
            application: record.id, reference: record.reference, name: officer.name.text,
            post: "\(officer.post) \(officer.grade)", station: officer.station, release: release,
            fee: try Participations.find(officer: officer.id, course: file.course.id, in: transaction)?.fee,
            decidedBy: try Accounts.find(name: row.decidedBy, in: transaction)?.displayName ?? row.decidedBy,
            isOwn: caller.officer == officer.id,
            obstacles: isOpen ? try obstacles(release.openNominee, record, in: transaction) : [],
            acceptance: refusals(.acceptReplacement), grant: refusals(.grantRelease),
            refusal: refusals(.refuseRelease), mayName: isOpen && release.openNominee == nil && !hasStarted)
    }

    private var hasStarted: Bool { clerk.now >= file.starts }

    /// With the words that a refusal needs as given: the page asks for them.
    private func refusals(
        _ record: ApplicationRecord, _ officer: Officer, _ standing: Standing, in transaction: borrowing Transaction
    ) throws -> (ApplicationEvent) -> [ApplicationRefusal] {
        let request = ApplicationRequest(reason: try ReasonText(parsing: "to be filled in"))
        let circumstances = ApplicationCircumstances(
            course: try file.circumstances(at: clerk.now, in: transaction),
            officer: try file.circumstances(of: officer, except: record.id, in: transaction),
            application: try clerk.nominationFacts(
                of: record, of: officer, file: file, request: request, in: transaction), request: request)
        return { ApplicationWorkflow.refusals(from: record.state, on: $0, by: standing, in: circumstances) }
    }

    private func obstacles(
        _ nominee: NomineeSummary?, _ record: ApplicationRecord, in transaction: borrowing Transaction
    ) throws -> [ReplacementCandidate.Obstacle] {
        guard let nominee, let officer = try Officers.find(nominee.officer, in: transaction) else { return [] }
        return try SeatToFill(record, file: file, in: transaction)
            .candidate(officer, except: nominee.application, in: transaction).obstacles
    }
}
