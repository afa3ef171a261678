import Academy
import Records
import SQL

/// One page of a course's attendance list; of everybody else only how many there are.
struct AttendanceLeaf {
    /// Only who stands on this page.
    let roll: AttendanceRoll
    /// From 1.
    let number: Int
    let pages: Int
    /// On the whole list.
    let participants: Int
    let confirmed: Int
    /// Of the whole list's, who are not frozen.
    private let marked: [Session.ID: Int]

    /// - Parameter wanted: from 1; one that is not there becomes the nearest; nil for everybody on one page.
    /// - Throws: as ``AttendanceRoll/init(of:readBy:in:)``.
    init(
        of id: Course.ID, page wanted: Int?, size: Int, readBy caller: Caller, in transaction: borrowing Transaction
    ) throws {
        let (course, mayKeep, countsExcused) = try AttendanceRoll.open(id, readBy: caller, in: transaction)
        let roster = try Participations.roster(of: id, limit: AttendanceRoll.longest, in: transaction)
        participants = roster.count
        confirmed = roster.count { $0.attendance == .confirmed }
        marked = try AttendanceMarks.openCounts(on: id, in: transaction)
        guard let wanted else {
            roll = try AttendanceRoll(of: id, readBy: caller, in: transaction)
            (number, pages) = (1, 1)
            return
        }
        pages = max(1, (roster.count + size - 1) / size)
        number = min(max(1, wanted), pages)
        let shown = roster.dropFirst((number - 1) * size).prefix(size).map(\.id)
        let found = try Participations.find(shown, in: transaction)
        roll = AttendanceRoll(
            of: course, shown.compactMap { found[$0] }, marks: try AttendanceMarks.of(shown, in: transaction),
            mayKeep: mayKeep, countsExcused: countsExcused)
    }

    /// Participants who are not frozen and have no mark at a session.
    func blanks(at session: Session) -> Int { participants - confirmed - (marked[session.id] ?? 0) }
}
