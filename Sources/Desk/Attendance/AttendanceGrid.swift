public import Academy
public import Records
import SQL

/// A page of a course's attendance list: names by sessions.
public struct AttendanceGrid: Sendable, Hashable {
    public let course: CourseSummary
    public let minimumAttendance: Int
    /// The sessions that are held, in order of time.
    public let columns: [Column]
    public let rows: [Row]
    /// From 1.
    public let page: Int
    public let pages: Int
    /// Names the state of the cells on this page that can be changed; goes back with the form.
    public let token: String
    public let participants: Int
    public let confirmed: Int
    /// The reader may mark; else the page is for reading.
    public let canMark: Bool
    /// A request to reopen waits for an administrator.
    public let hasReopeningRequest: Bool

    /// Nobody is left whose attendance is not confirmed.
    public var isConfirmed: Bool { participants > 0 && confirmed == participants }

    public struct Column: Sendable, Hashable {
        public let session: Session
        /// From fifteen minutes before the start.
        public let takesMarks: Bool
        /// Participants who are not frozen and have no mark at it.
        public let blanks: Int
    }

    public struct Row: Sendable, Hashable {
        public let participation: ParticipationRecord.ID
        public let officer: Officer.ID
        public let name: String
        public let myKad: MyKad
        public let station: String
        public let marks: [Session.ID: AttendanceMark]
        public let attendance: AttendanceState
        public let outcome: CourseOutcome
        public let tally: AttendanceTally
        /// Confirmed, or the reader's own: cannot be changed here.
        public let isLocked: Bool
    }
}

/// Reads the attendance list.
public struct ReadAttendance: Sendable {
    public static let rowsPerPage = 25
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Parameters:
    ///   - page: from 1; one that is not there becomes the nearest; nil for everybody on one page.
    ///   - session: only this one; nil for all.
    public func callAsFunction(
        _ course: Course.ID, page: Int? = 1, session: Session.ID? = nil, by caller: Caller
    ) async throws -> AttendanceGrid {
        let now = office.surroundings.now()
        return try await office.database.read(.long) { transaction in
            let leaf = try AttendanceLeaf(
                of: course, page: page, size: Self.rowsPerPage, readBy: caller, in: transaction)
            if let session, !leaf.roll.sessions.contains(where: { $0.id == session }) { throw Refusal.notFound }
            let waiting = try Reopenings.waiting(of: course, in: transaction)
            return Self.grid(leaf, session, waiting != nil, at: now, by: caller)
        }
    }

    private static func grid(
        _ leaf: AttendanceLeaf, _ session: Session.ID?, _ isWaiting: Bool, at now: Instant, by caller: Caller
    ) -> AttendanceGrid {
        let roll = leaf.roll
        let rows = roll.participants.map { row($0, roll, caller) }
        let columns = roll.sessions.map { session in
            AttendanceGrid.Column(
                session: session, takesMarks: session.takesMarks(at: now),
                blanks: leaf.blanks(at: session))
        }
        let shown = columns.filter { $0.takesMarks && (session == nil || $0.session.id == session) }
        let cells = rows.filter { !$0.isLocked }.flatMap { row in
            shown.map { AttendanceCell(participation: row.participation, session: $0.session.id) }
        }
        return AttendanceGrid(
            course: CourseSummary(roll.course), minimumAttendance: roll.course.minimumAttendance, columns: columns,
            rows: rows, page: leaf.number, pages: leaf.pages, token: roll.token(of: cells),
            participants: leaf.participants, confirmed: leaf.confirmed, canMark: roll.mayKeep,
            hasReopeningRequest: isWaiting)
    }

    static func row(_ participant: Participant, _ roll: AttendanceRoll, _ caller: Caller) -> AttendanceGrid.Row {
        let (record, officer) = (participant.record, participant.officer)
        let isFrozen = record.attendance == .confirmed
        return AttendanceGrid.Row(
            participation: record.id, officer: officer.id, name: officer.name.text, myKad: officer.myKad,
            station: officer.station, marks: roll.marks[record.id] ?? [:], attendance: record.attendance,
            outcome: record.outcome, tally: isFrozen ? record.tally : roll.sheet(of: participant),
            isLocked: isFrozen || officer.id == caller.officer)
    }
}

extension AttendanceRoll {
    /// The tally of one participant as the marks stand.
    fileprivate func sheet(of participant: Participant) -> AttendanceTally {
        AttendanceSheet(
            sessions: sessions, minimum: course.minimumAttendance,
            marks: [participant.officer.id: marks[participant.record.id] ?? [:]], excusedCount: countsExcused
        ).tally(of: participant.officer.id)
    }
}
