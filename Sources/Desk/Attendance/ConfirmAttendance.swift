public import Academy
import Eligibility
public import Records
import SQL

/// What the confirmation of a course's attendance would make of everybody.
public struct AttendancePreview: Sendable, Hashable {
    public let course: CourseSummary
    public let minimumAttendance: Int
    /// Why it cannot be confirmed now; nil when it can.
    public let obstacle: AttendanceSheet.Obstacle?
    /// Whose attendance is not confirmed yet, by name.
    public let rows: [Row]
    /// The reader takes part in the course, and so must not confirm it.
    public let isOwn: Bool
    public let canConfirm: Bool
    /// Whose request not to come must be decided first, by name.
    public let undecided: [Undecided]
    /// Names what is shown; goes back with the form.
    public let token: String
    /// How those stand whose attendance is confirmed.
    public let confirmed: [CourseOutcome: Int]
    /// How many are marked as present in another course at the same hour.
    public let conflicts: Int

    public struct Undecided: Sendable, Hashable {
        public let id: Application.ID
        public let name: String
    }

    public struct Row: Sendable, Hashable {
        public let participation: ParticipationRecord.ID
        public let name: String
        public let myKad: MyKad
        public let tally: AttendanceTally
        public let outcome: CourseOutcome
        /// Sessions without a mark, in order of time.
        public let blanks: [Session]
    }
}

/// Confirms a course's attendance (*Sahkan kehadiran*): a separate act after the entry, which freezes it.
public struct ConfirmAttendance: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    public enum Answer: Sendable, Hashable {
        case confirmed([CourseOutcome: Int])
        /// A mark or a session was changed after the page was shown; nothing was confirmed.
        case changedMeanwhile
    }

    public func preview(_ course: Course.ID, by caller: Caller) async throws -> AttendancePreview {
        let now = office.surroundings.now()
        return try await office.database.read(.long) { transaction in
            let roll = try AttendanceRoll(of: course, readBy: caller, in: transaction)
            let conflicts = try AttendanceConflicts.count(on: course, in: transaction)
            return Self.preview(roll, at: now, conflicts: conflicts, by: caller)
        }
    }

    /// - Parameter token: what ``AttendancePreview/token`` said.
    /// - Throws: ``Refusal/conflict(_:)`` before the last session has ended, with blanks, with a request not to come that
    ///   nobody has decided, when nobody is left, or when the caller takes part in the course.
    public func callAsFunction(
        _ course: Course.ID, seen token: String, by caller: Caller
    ) async throws -> Answer {
        let office = office
        return try await office.database.write { transaction in
            let roll = try AttendanceRoll(of: course, keptBy: caller, in: transaction)
            if roll.isParticipant(caller) { throw Refusal.conflict(.ownAttendance) }
            let (sheet, now) = (roll.sheet, office.surroundings.now())
            switch sheet.obstacle(at: now) {
            case .nothingToConfirm?: throw Refusal.conflict(.nothingToConfirm)
            case .notOver?: throw Refusal.conflict(.courseNotOver)
            case .blanks?: throw Refusal.conflict(.attendanceBlank)
            case nil: break
            }
            if !roll.undecided.isEmpty { throw Refusal.conflict(.releaseUndecided) }
            guard roll.confirmationToken == token else { return .changedMeanwhile }
            var counts: [CourseOutcome: Int] = [:]
            let act = AttendanceConfirmation(
                office: office, course: roll.course,
                application: try ApplicationConclusion(office, of: course, by: caller, in: transaction),
                caller: caller, now: now)
            for participant in roll.open {
                let outcome = try act.confirm(participant, sheet.tally(of: participant.officer.id), in: transaction)
                counts[outcome, default: 0] += 1
            }
            try AuditLog.append(
                AuditEntry(
                    at: now, actor: caller.account, action: "attendance.confirmed", subjectKind: "course",
                    subjectID: course.text, after: "\(roll.open.count)", requestID: caller.requestID),
                in: transaction)
            return .confirmed(counts)
        }
    }

    private static func preview(
        _ roll: AttendanceRoll, at now: Instant, conflicts: Int, by caller: Caller
    ) -> AttendancePreview {
        let sheet = roll.sheet
        let rows = roll.open.map { participant in
            AttendancePreview.Row(
                participation: participant.record.id, name: participant.officer.name.text,
                myKad: participant.officer.myKad, tally: sheet.tally(of: participant.officer.id),
                outcome: sheet.outcome(of: participant.officer.id), blanks: sheet.blanks(of: participant.officer.id))
        }
        let confirmed = roll.participants.filter { $0.record.attendance == .confirmed }
        return AttendancePreview(
            course: CourseSummary(roll.course), minimumAttendance: roll.course.minimumAttendance,
            obstacle: sheet.obstacle(at: now), rows: rows, isOwn: roll.isParticipant(caller),
            canConfirm: roll.mayKeep,
            undecided: roll.undecided.map { .init(id: $0.record.id, name: $0.officer.name.text) },
            token: roll.confirmationToken,
            confirmed: Dictionary(grouping: confirmed, by: \.record.outcome).mapValues(\.count), conflicts: conflicts)
    }
}
