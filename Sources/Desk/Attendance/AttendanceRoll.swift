public import Academy
import Digests
public import Records
import SQL

/// Everything about one course's attendance as one transaction sees it.
struct AttendanceRoll {
    let course: Course
    /// By name, as lists are read out.
    let participants: [Participant]
    let marks: [ParticipationRecord.ID: [Session.ID: AttendanceMark]]
    /// Excused sessions stay in the sum that must be attended; the course decides.
    let countsExcused: Bool
    /// Whose request not to come nobody has decided, by name.
    let undecided: [Applicant]
    /// The caller may mark and confirm, as far as nobody does so for a course on which they take part.
    let mayKeep: Bool

    /// More than any course has; a bound all the same.
    static let longest = 5000

    /// For who changes it.
    /// - Throws: ``Refusal/forbidden`` for who keeps no lists; ``Refusal/notFound`` for who keeps those of other courses.
    init(of id: Course.ID, keptBy caller: Caller, in transaction: borrowing Transaction) throws {
        guard Permission.issueInBulk(by: caller) else { throw Refusal.forbidden }
        try self.init(of: id, readBy: caller, in: transaction)
        if !mayKeep { throw Refusal.notFound }
    }

    /// - Throws: ``Refusal/forbidden`` for who reads no lists; ``Refusal/notFound`` for who reads those of other courses.
    init(of id: Course.ID, readBy caller: Caller, in transaction: borrowing Transaction) throws {
        (course, mayKeep, countsExcused) = try Self.open(id, readBy: caller, in: transaction)
        undecided = try Applications.page(
            of: id, in: .releaseRequested, after: nil, limit: Self.longest, in: transaction
        ).sorted { ($0.officer.name.text, $0.record.id) < ($1.officer.name.text, $1.record.id) }
        participants = try Participations.page(of: id, after: nil, limit: Self.longest, in: transaction)
            .map { (key: $0.officer.name.text.lowercased(), value: $0) }
            .sorted { ($0.key, $0.value.record.id) < ($1.key, $1.value.record.id) }
            .map(\.value)
        marks = try AttendanceMarks.of(course: id, in: transaction)
    }

    /// Of some of a course's participants.
    init(
        of course: Course, _ participants: [Participant],
        marks: [ParticipationRecord.ID: [Session.ID: AttendanceMark]], mayKeep: Bool, countsExcused: Bool
    ) {
        self.course = course
        self.participants = participants
        self.marks = marks
        self.mayKeep = mayKeep
        self.countsExcused = countsExcused
        undecided = []
    }

    /// - Throws: as ``init(of:readBy:in:)``.
    static func open(
        _ id: Course.ID, readBy caller: Caller, in transaction: borrowing Transaction
    ) throws -> (course: Course, mayKeep: Bool, countsExcused: Bool) {
        guard Permission.seeCourses(by: caller) else { throw Refusal.forbidden }
        guard try Permission.see(id, by: caller, in: transaction), let course = try Courses.find(id, in: transaction)
        else { throw Refusal.notFound }
        let countsExcused = try Offerings.find(id, in: transaction)?.rules.countsExcused ?? true
        return (course, try Permission.run(id, by: caller, in: transaction), countsExcused)
    }

    /// Sessions that are held.
    var sessions: [Session] { course.sessions.filter { !$0.isCancelled } }

    /// Whose attendance is not confirmed, or is reopened; the others are frozen.
    var open: [Participant] { participants.filter { $0.record.attendance != .confirmed } }

    /// The list of those who are still open, for the rule that confirms it.
    var sheet: AttendanceSheet {
        let pairs = open.map { ($0.officer.id, marks[$0.record.id] ?? [:]) }
        return AttendanceSheet(
            sessions: sessions, minimum: course.minimumAttendance, marks: Dictionary(pairs) { first, _ in first },
            excusedCount: countsExcused)
    }

    func isParticipant(_ caller: Caller) -> Bool {
        caller.officer.map { officer in participants.contains { $0.officer.id == officer } } ?? false
    }

    /// Names what a reader has seen of some cells, so that a form which was filled in over an older state is noticed.
    func token(of cells: some Sequence<AttendanceCell>) -> String {
        let frozen = Set(participants.filter { $0.record.attendance == .confirmed }.map(\.record.id))
        let lines = cells.map { cell in
            let mark = marks[cell.participation]?[cell.session]?.rawValue ?? ""
            return "\(cell.participation) \(cell.session) \(frozen.contains(cell.participation) ? "!" : "")\(mark)"
        }
        return String(SHA256Digest(of: lines.sorted().joined(separator: "\n")).hex.prefix(32))
    }

    /// What the confirmation judges: every mark of those who are open, and the sessions that count.
    var confirmationToken: String {
        let rules = sessions.map { "\($0.id) \($0.minutes) \($0.isMandatory)" }.joined(separator: "\n")
        let cells = open.flatMap { participant in
            sessions.map { AttendanceCell(participation: participant.record.id, session: $0.id) }
        }
        return String(SHA256Digest(of: "\(course.minimumAttendance)\n\(rules)\n\(token(of: cells))").hex.prefix(32))
    }
}

/// One participant at one session.
public struct AttendanceCell: Sendable, Hashable {
    public let participation: ParticipationRecord.ID
    public let session: Session.ID

    public init(participation: ParticipationRecord.ID, session: Session.ID) {
        self.participation = participation
        self.session = session
    }
}
