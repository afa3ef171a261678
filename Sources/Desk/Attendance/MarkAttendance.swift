public import Academy
import Records
import SQL

/// Takes what a coordinator has marked.
public struct MarkAttendance: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    public enum Answer: Sendable, Hashable {
        /// How many cells have changed.
        case saved(Int)
        /// Somebody changed the same cells after the form was shown; nothing was saved.
        case changedMeanwhile
    }

    /// Saves every cell of a form, all of them or none.
    ///
    /// - Parameters:
    ///   - entries: every cell that the form has, also those that were left as they were; nil for no mark.
    ///   - token: what ``AttendanceGrid/token`` said of them.
    ///   - session: *semua hadir*: whoever has no mark at it after that, on every page, is present.
    /// - Throws: ``Refusal/conflict(_:)`` for a session that has not begun, a row that is confirmed or the own one.
    public func callAsFunction(
        _ course: Course.ID, _ entries: [AttendanceCell: AttendanceMark?], seen token: String,
        allPresentAt session: Session.ID? = nil, by caller: Caller
    ) async throws -> Answer {
        let now = office.surroundings.now()
        return try await office.database.write { transaction in
            let roll = try AttendanceRoll(of: course, keptBy: caller, in: transaction)
            guard Self.isKnown(entries.keys, roll), roll.token(of: entries.keys) == token else {
                return .changedMeanwhile
            }
            var changes = entries.filter { roll.marks[$0.key.participation]?[$0.key.session] != $0.value }
            if let session {
                for cell in try Self.blanks(at: session, roll, caller) where entries[cell].flatMap(\.self) == nil {
                    changes[cell] = .some(.present)
                }
            }
            try Self.check(changes, roll, caller, at: now)
            try Self.write(changes, roll, by: caller, at: now, in: transaction)
            return .saved(changes.count)
        }
    }

    /// Every cell is of this course as it is now: a session may have been cancelled, a seat may have moved.
    private static func isKnown(_ cells: some Sequence<AttendanceCell>, _ roll: AttendanceRoll) -> Bool {
        let participations = Set(roll.participants.map(\.record.id))
        let sessions = Set(roll.sessions.map(\.id))
        return cells.allSatisfy { participations.contains($0.participation) && sessions.contains($0.session) }
    }

    /// Every cell may be changed now, by this caller.
    private static func check(
        _ changes: [AttendanceCell: AttendanceMark?], _ roll: AttendanceRoll, _ caller: Caller, at now: Instant
    ) throws {
        let closed = Set(roll.sessions.filter { !$0.takesMarks(at: now) }.map(\.id))
        let frozen = Set(roll.participants.filter { $0.record.attendance == .confirmed }.map(\.record.id))
        let own = roll.participants.first { $0.officer.id == caller.officer }?.record.id
        for cell in changes.keys {
            if closed.contains(cell.session) { throw Refusal.conflict(.sessionNotBegun) }
            if frozen.contains(cell.participation) { throw Refusal.conflict(.attendanceFrozen) }
            if cell.participation == own { throw Refusal.conflict(.ownAttendance) }
        }
    }

    private static func blanks(
        at session: Session.ID, _ roll: AttendanceRoll, _ caller: Caller
    ) throws -> [AttendanceCell] {
        guard roll.sessions.contains(where: { $0.id == session }) else { throw Refusal.notFound }
        return roll.open.filter { $0.officer.id != caller.officer && roll.marks[$0.record.id]?[session] == nil }
            .map { AttendanceCell(participation: $0.record.id, session: session) }
    }

    private static func write(
        _ changes: [AttendanceCell: AttendanceMark?], _ roll: AttendanceRoll, by caller: Caller, at now: Instant,
        in transaction: borrowing Transaction
    ) throws {
        let byParticipation = Dictionary(grouping: changes, by: \.key.participation)
        for participant in roll.participants {
            guard let cells = byParticipation[participant.record.id] else { continue }
            for (cell, mark) in cells {
                if let mark {
                    try AttendanceMarks.set(
                        mark, cell.participation, at: cell.session, by: caller.account, now, in: transaction)
                } else {
                    try AttendanceMarks.clear(cell.participation, at: cell.session, in: transaction)
                }
            }
            let marked = Dictionary(cells.map { ($0.key.session, $0.value) }) { first, _ in first }
            try record(marked, of: participant, roll, by: caller, at: now, in: transaction)
        }
    }

    /// The first mark makes the participation a recorded one; what was changed goes into the audit.
    private static func record(
        _ changes: [Session.ID: AttendanceMark?], of participant: Participant, _ roll: AttendanceRoll,
        by caller: Caller, at now: Instant, in transaction: borrowing Transaction
    ) throws {
        let old = roll.marks[participant.record.id] ?? [:]
        let new = old.merging(changes.compactMapValues(\.self)) { $1 }
            .filter { changes[$0.key].map { $0 != nil } ?? true }
        var record = participant.record
        if record.attendance != .reopened {
            let state: AttendanceState = new.isEmpty ? .notRecorded : .recorded
            if record.attendance != state {
                record.attendance = state
                record.attended = .init(by: caller.account, at: now)
                guard try Participations.update(record, in: transaction) else { throw Refusal.busy }
            }
        }
        try AuditLog.append(
            AuditEntry(
                at: now, actor: caller.account, action: "attendance.marked", subjectKind: "participation",
                subjectID: record.id.text, before: text(old, roll, changes), after: text(new, roll, changes),
                requestID: caller.requestID),
            in: transaction)
    }

    /// `2026-03-09T09:00 present, 2026-03-10T09:00 -`: the sessions that were changed.
    private static func text(
        _ marks: [Session.ID: AttendanceMark], _ roll: AttendanceRoll, _ changes: [Session.ID: AttendanceMark?]
    ) -> String {
        roll.sessions.filter { changes.keys.contains($0.id) }
            .map { "\($0.day.iso)T\($0.start.iso) \(marks[$0.id]?.rawValue ?? "-")" }
            .joined(separator: ", ")
    }
}
