public import Academy
import Records
import SQL

/// *Pengesahan Kehadiran* of one application, as its officer and the course's staff see it.
public struct SeatSheet: Sendable, Hashable {
    public let id: Application.ID
    public let course: CourseSummary
    public let reference: String
    public let applicant: String
    public let state: ApplicationState
    public let stage: Stage
    /// What holds now; nil before the first answer.
    public let answer: Answer?
    /// The last day of the answer, until its end.
    public let confirmBy: Day
    /// The last day on which officers change it themselves, until its end.
    public let changeBy: Day
    public let isOwn: Bool
    /// *Tidak Hadir*: until the course begins, also when the days to answer are over.
    public let mayAskRelease: Bool
    /// The last day for changes is over: what staff change now is marked in their list.
    public let isFrozen: Bool
    public let coordinators: [CourseOffer.Contact]

    public struct Answer: Sendable, Hashable {
        public let logistics: Logistics
        public let at: Instant
    }

    /// What can be done now.
    public enum Stage: Sendable, Hashable {
        /// There is no seat to answer for: not yet, or no longer.
        case noSeat
        /// *Hadir* and *Tidak Hadir*.
        case open
        /// *Hadir* was answered, and can be changed.
        case changeable
        /// It can be read; never empty.
        case closed([ApplicationRefusal])
        /// A request not to come waits for its decision.
        case releasing
        /// The course's attendance is confirmed.
        case over
    }
}

extension SeatSheet {
    init(_ seat: Seat, for caller: Caller, at now: Instant, in transaction: borrowing Transaction) throws {
        id = seat.record.id
        course = CourseSummary(seat.file.course)
        reference = seat.record.reference
        applicant = seat.officer.name.text
        state = seat.record.state
        answer = try LogisticsAnswers.latest(of: seat.record.id, in: transaction)
            .map { Answer(logistics: $0.logistics, at: $0.at) }
        confirmBy = seat.file.deadlines.confirmation
        changeBy = seat.file.deadlines.freeze
        isOwn = caller.officer == seat.officer.id
        let course = try seat.file.circumstances(at: now, in: transaction)
        mayAskRelease = isOwn && state.answering != nil && !course.hasStarted
        isFrozen = now.isAfter(seat.file.deadlines.freeze)
        coordinators = try Offerings.coordinators(of: seat.file.course.id, in: transaction)
            .map { CourseOffer.Contact(name: $0.name, email: $0.email) }
        stage = try Self.stage(of: seat, at: now, in: transaction)
    }

    private static func stage(
        of seat: Seat, at now: Instant, in transaction: borrowing Transaction
    ) throws -> Stage {
        guard let event = seat.record.state.answering else {
            if !seat.record.state.isOnCourse { return .noSeat }
            return seat.record.state == .releaseRequested ? .releasing : .over
        }
        // Whatever only the form brings counts as brought.
        let request = ApplicationRequest(logistics: Logistics(vehicle: .none))
        let circumstances = ApplicationCircumstances(
            course: try seat.file.circumstances(at: now, in: transaction),
            officer: try seat.file.circumstances(of: seat.officer, except: seat.record.id, in: transaction),
            request: request)
        let refusals = ApplicationWorkflow.refusals(
            from: seat.record.state, on: event, by: seat.standing, in: circumstances)
        if !refusals.isEmpty { return .closed(refusals) }
        return event == .confirm ? .open : .changeable
    }
}

extension ApplicationState {
    /// What an answer is in this state; nil where there is none to give.
    var answering: ApplicationEvent? {
        switch self {
        case .approved: .confirm
        case .attending: .changeLogistics
        default: nil
        }
    }
}

/// An application with its officer, its course and what the caller is to it.
struct Seat {
    let record: ApplicationRecord
    let officer: Officer
    let file: CourseFile
    let standing: Standing

    /// - Throws: ``Refusal/notFound`` for whom it is none of their business.
    init(_ id: Application.ID, for caller: Caller, in transaction: borrowing Transaction) throws {
        guard let record = try Applications.find(id, in: transaction),
            let officer = try Officers.find(record.officer, in: transaction),
            let file = try CourseFile.open(record.course, in: transaction)
        else { throw Refusal.notFound }
        standing = try Standing(of: caller, toward: officer.id, on: record.course, in: transaction)
        if standing.parties.isEmpty { throw Refusal.notFound }
        (self.record, self.officer, self.file) = (record, officer, file)
    }
}
