public import Academy
import Records
import SQL

/// An application as its officer and the course's staff see it.
public struct ApplicationView: Sendable, Hashable {
    public let id: Application.ID
    public let course: CourseSummary
    public let applicant: String
    public let state: ApplicationState
    /// nil for a draft.
    public let status: PublicStatus?
    /// Empty for a draft.
    public let reference: String
    public let supervisorName: String
    public let supervisorPhone: String
    public let supervisorEmail: String
    public let declaredAt: Instant?
    public let submittedAt: Instant?
    public let stateAt: Instant
    public let reason: String
    public let rejection: RejectionReason?
    /// *Giliran* on the waiting list, from 1; nil in lists, and for who does not wait.
    public var position: Int?
    /// Until when the seat is kept that is offered.
    public let offerExpires: Instant?
    public let isOwn: Bool
    public let mayRevise: Bool
    public let mayWithdraw: Bool
    /// *Pengesahan Kehadiran* is open or was answered, and the caller is its officer or runs the course.
    public var hasSeatToAnswer: Bool
    /// Oldest first; empty in lists.
    public var timeline: [Step]
    /// Whose turn it is; nil in lists, and when nobody has to act.
    public var awaited: Awaited?
    /// What was asked with *Tidak Hadir*, the latest first; empty in lists.
    public var releases: [ReleaseSummary]
    /// Whose seat a nomination is about; empty for any other application.
    public var replaces: String
    /// *Tidak Hadir* can be asked for.
    public var mayAskRelease: Bool
    /// *Hantar semula e-mel* to the supervisor who is awaited.
    public var mayRemind: Bool

    /// Something that happened to it.
    public struct Step: Sendable, Hashable {
        public let at: Instant
        /// nil for what is no move of the workflow, or one that a later version knows.
        public let event: ApplicationEvent?
        public let state: ApplicationState
        public let from: ApplicationState?
        public let who: String
        public let why: String
        /// The replacement whom it is about, where it is not the applicant.
        public let about: String
    }

    init(_ record: ApplicationRecord, _ course: Course, _ officer: Officer, for caller: Caller) {
        id = record.id
        self.course = CourseSummary(course)
        applicant = officer.name.text
        state = record.state
        status = record.state.publicStatus(hasStateStage: false)
        reference = record.reference
        supervisorName = record.supervisor.name
        supervisorPhone = record.supervisor.phone
        supervisorEmail = record.supervisor.email
        declaredAt = record.declaredAt
        submittedAt = record.submittedAt
        stateAt = record.stateAt
        reason = record.reason
        rejection = record.rejection
        offerExpires = record.offerExpires
        isOwn = caller.officer == record.officer
        mayRevise = isOwn && [.draft, .submitted].contains(record.state)
        mayWithdraw =
            isOwn && ApplicationRule.of(.withdraw).map { $0.from.contains(record.state) } ?? false
        hasSeatToAnswer = isOwn && record.state.answering != nil
        timeline = []
        releases = []
        replaces = ""
        mayAskRelease = false
        mayRemind = false
    }
}

/// *Jejak Permohonan*.
public struct TrackApplication: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// The caller's own, the latest first.
    /// - Throws: ``Refusal/forbidden`` for an account that belongs to no officer.
    public func own(by caller: Caller) async throws -> [ApplicationView] {
        guard let own = caller.officer else { throw Refusal.forbidden }
        return try await office.database.read { transaction in
            guard let officer = try Officers.find(own, in: transaction) else { throw Refusal.notFound }
            let records = try Applications.of(officer: own, in: transaction)
            let courses = try Courses.find(records.map(\.course), in: transaction)
            return records.compactMap { record in
                courses[record.course].map { ApplicationView(record, $0, officer, for: caller) }
            }
        }
    }

    /// One, with its timeline.
    /// - Throws: ``Refusal/notFound`` for anybody's that is not the caller's to see.
    public func one(_ id: Application.ID, by caller: Caller) async throws -> ApplicationView {
        try await office.database.read { transaction in
            guard let record = try Applications.find(id, in: transaction),
                let officer = try Officers.find(record.officer, in: transaction),
                let course = try Courses.find(record.course, in: transaction)
            else { throw Refusal.notFound }
            let standing = try Standing(of: caller, toward: officer.id, on: course.id, in: transaction)
            guard Permission.seeApplication(standing, by: caller) else { throw Refusal.notFound }
            let file = ApplicationHistory(record: record, officer: officer, course: course, caller: caller)
            return try file.view(at: office.surroundings.now(), by: standing, in: transaction)
        }
    }
}
