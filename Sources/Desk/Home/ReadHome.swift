import Academy
import Attestation
import Records
import SQL

/// *Dashboard Pengguna* of an officer.
public struct OfficerHome: Sendable, Hashable {
    /// What can still lead somewhere, the most urgent first.
    public let journeys: [Journey]
    /// What has ended lately, the latest first.
    public let recent: [Journey]
    public let training: TrainingProgress
}

/// Everything of an officer's in one transaction.
public struct ReadHome: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// How many cards of a kind there are at most; the rest is on the pages of applications and of certificates.
    static let most = 12
    /// Courses that ended so many days ago are recent.
    static let recentDays = 120

    /// - Throws: ``Refusal/forbidden`` for an account that belongs to no officer.
    public func callAsFunction(_ caller: Caller) async throws -> OfficerHome {
        guard let officer = caller.officer else { throw Refusal.forbidden }
        let today = office.surroundings.now().day
        return try await office.database.read { transaction in
            let desk = try HomeDesk(of: officer, today: today, in: transaction)
            let journeys = try desk.journeys(in: transaction)
            let recent = journeys.filter { !$0.isActive }.sorted { ($0.lastDay?.iso ?? "") > ($1.lastDay?.iso ?? "") }
            return OfficerHome(
                journeys: Array(journeys.filter(\.isActive).sorted(by: Journey.isMoreUrgent).prefix(Self.most)),
                recent: Array(recent.prefix(Self.most / 2)),
                training: try TrainingProgress(
                    of: officer, in: today.year, desk.participations, desk.spans, in: transaction))
        }
    }
}

/// An officer's papers, read once.
private struct HomeDesk {
    let today: Day
    let applications: [Course.ID: ApplicationRecord]
    let participations: [ParticipationRecord]
    let certificates: [Course.ID: CertificateHeading]
    let spans: [Course.ID: CourseSpan]

    init(of officer: Officer.ID, today: Day, in transaction: borrowing Transaction) throws {
        self.today = today
        // The latest of each course, which a live one always is.
        applications = Dictionary(
            try Applications.of(officer: officer, in: transaction).map { ($0.course, $0) }
        ) { first, _ in first }
        participations = try Participations.of(officer: officer, in: transaction)
        let own = try Certificates.headings(of: officer, in: transaction)
        certificates = Dictionary(own.map { ($0.course, $0) }) { first, second in
            [.issuing, .valid, .suspended].contains(second.status) ? second : first
        }
        spans = try Courses.spans(of: officer, in: transaction)
    }

    /// Those that are not over for long, or of which something is still open.
    var courses: [Course.ID] {
        let all = Set(participations.map(\.course)).union(applications.keys)
        return all.filter { course in
            let plan = plan(course)
            if let state = plan.application?.state, !state.countsTowardsCap, !state.isLive {
                return plan.application.map { $0.stateAt.day > today.adding(days: -45) } ?? false
            }
            return plan.isActive || (spans[course]?.last ?? today) > today.adding(days: -ReadHome.recentDays)
        }.sorted()
    }

    /// By course.
    func journeys(in transaction: borrowing Transaction) throws -> [Journey] {
        let ids = courses
        let found = try Courses.find(ids, in: transaction)
        let offerings = try Offerings.find(ids, in: transaction)
        let histories = try histories(of: ids, in: transaction)
        return ids.compactMap { id in
            guard let course = found[id] else { return nil }
            var plan = plan(id)
            plan.deadlines = Self.deadlines(of: course, offerings[id])
            plan.history = plan.application.flatMap { histories[$0.id.text] } ?? [:]
            return Journey(plan, course, spans[id])
        }
    }

    /// When each application came into its states; of a draft there is nothing to tell.
    private func histories(
        of courses: [Course.ID], in transaction: borrowing Transaction
    ) throws -> [String: [ApplicationState: Instant]] {
        let sent = courses.compactMap { applications[$0] }.filter { $0.state != .draft }.map(\.id.text)
        var histories: [String: [ApplicationState: Instant]] = [:]
        for move in try AuditLog.moves(of: "application", sent, in: transaction) {
            if let state = ApplicationState(rawValue: move.after) {
                histories[move.subject, default: [:]][state] = move.at
            }
        }
        return histories
    }

    private func plan(_ course: Course.ID) -> JourneyPlan {
        JourneyPlan(
            application: applications[course], participation: participations.first { $0.course == course },
            certificate: certificates[course].map(CertificateSummary.init), today: today)
    }

    private static func deadlines(of course: Course, _ offering: OfferingRecord?) -> Deadlines? {
        if let offering { return try? offering.deadlines(of: course) }
        guard let first = course.dates.days.first, let last = course.dates.days.last else { return nil }
        return try? Deadlines(start: first, end: last)
    }
}
