import Academy

/// Reads the rows of a timetable; every problem is told, by the row's own field.
struct TimetableReader {
    /// Makes the id of a new session.
    let newID: () throws -> Session.ID
    /// Sessions that may be kept, by id.
    let known: [String: Session]
    private(set) var problems: [FieldProblem] = []

    init(known: [Session], newID: @escaping () throws -> Session.ID) {
        self.known = Dictionary(known.map { ($0.id.text, $0) }) { $1 }
        self.newID = newID
    }

    /// - Returns: the rows that are right; blank ones are left out.
    mutating func sessions(_ rows: [CourseForm.SessionRow]) throws -> [Session] {
        var sessions: [Session] = []
        for (index, row) in rows.enumerated() where !row.isBlank {
            guard let session = try session(row, number: index + 1) else { continue }
            if sessions.contains(where: { SessionClash.overlap($0, session) }) {
                note(index + 1, "mula", "session_overlaps")
            }
            sessions.append(session)
        }
        if problems.isEmpty, !sessions.contains(where: { !$0.isCancelled }) { note(1, "hari", "sessions_missing") }
        return sessions
    }

    private mutating func session(_ row: CourseForm.SessionRow, number: Int) throws -> Session? {
        let day = Day(typed: row.day)
        let start = TimeOfDay(typed: row.start)
        let end = TimeOfDay(typed: row.end)
        if day == nil { note(number, "hari", row.day.trimmed.isEmpty ? "missing" : "day_wrong") }
        if start == nil { note(number, "mula", row.start.trimmed.isEmpty ? "missing" : "time_wrong") }
        if end == nil { note(number, "tamat", row.end.trimmed.isEmpty ? "missing" : "time_wrong") }
        guard let start, let end else { return nil }
        let length = end.minutesSinceMidnight - start.minutesSinceMidnight
        if length <= 0 {
            note(number, "tamat", "session_ends_early")
            return nil
        }
        let minutes = row.minutes.trimmed.isEmpty ? length : Int(row.minutes.trimmed) ?? 0
        if !(1...length).contains(minutes) {
            note(number, "minit", "minutes_wrong")
            return nil
        }
        guard let day else { return nil }
        let id = try known[row.id]?.id ?? newID()
        return Session(
            id: id, day: day, start: start, end: end, minutes: minutes, isMandatory: row.isMandatory,
            isCancelled: row.isCancelled)
    }

    private mutating func note(_ number: Int, _ part: String, _ code: String) {
        problems.append(FieldProblem(field: "sesi-\(number)-\(part)", code: code))
    }
}
