public import Academy
public import SQL

/// A participant as a list is put in order by.
public struct RosterLine: Sendable, Hashable {
    public let id: ParticipationRecord.ID
    /// The name in small letters.
    public let name: String
    public let attendance: AttendanceState
}

extension Participations {
    /// Everybody on a course, by name and id, as far as `limit`.
    public static func roster(
        of course: Course.ID, limit: Int, in transaction: borrowing Transaction
    ) throws -> [RosterLine] {
        let lines = try transaction.all(
            """
            SELECT participation.id AS participation_id, attendance, officer.name_folded
            FROM participation JOIN officer ON officer.id = participation.officer_id
            WHERE participation.course_id = \(course) AND seated LIMIT \(limit)
            """
        ) { RosterLine(id: try $0["participation_id"], name: try $0["name_folded"], attendance: try $0["attendance"]) }
        return lines.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    /// Those of these ids that there are, with their officers.
    public static func find(
        _ ids: [ParticipationRecord.ID], in transaction: borrowing Transaction
    ) throws -> [ParticipationRecord.ID: Participant] {
        let found = try transaction.all(
            """
            SELECT \(columns), \(Officers.columns)
            FROM participation JOIN officer ON officer.id = participation.officer_id
            WHERE participation.id IN (\(SQL.list(ids)))
            """
        ) { Participant(record: try record($0), officer: try Officers.officer($0)) }
        return Dictionary(found.map { ($0.record.id, $0) }) { first, _ in first }
    }
}
