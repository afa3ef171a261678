import Academy
import Desk
import Eligibility
import Records
import SQL

/// A course of some sessions with some participants who have no mark yet.
struct AttendanceFixture {
    let test: TestOffice
    let course: Course
    let officers: [Officer]

    static let coordinator = Caller(
        account: "penyelaras", officer: nil, roles: [.coordinator], displayName: "Penyelaras", requestID: "r3")
    static let fresh = CompletionFacts(
        outcome: .pending, attendance: .notRecorded, evaluation: .notOpen, fee: .unpaid)
    /// All that is wanted but the attendance.
    static let waiting = CompletionFacts(
        outcome: .pending, attendance: .notRecorded, evaluation: .notOpen, fee: .notApplicable)

    /// - Parameter sessions: day, minutes that count, cancelled; every one begins at 9.00 and ends at 12.00.
    init(
        _ sessions: [(day: String, minutes: Int, isCancelled: Bool)], participants: Int = 2,
        _ facts: CompletionFacts = fresh
    ) async throws {
        let office = try await TestOffice()
        test = office
        let course = Course(
            id: try office.office.surroundings.newID(),
            code: CourseCode(parsing: "AKMAL-HDR-001") ?? .init(parsing: "XX")!,
            titleMalay: "Kursus Ujian", titleEnglish: "Test Course", studyCentre: "Pusat Pengajian",
            venue: "AKMAL, Melaka", fee: Sen(3000),
            sessions: try sessions.map { session in
                Session(
                    id: try office.office.surroundings.newID(), day: Day(iso: session.day) ?? Day(daysSinceEpoch: 0),
                    start: TimeOfDay(iso: "09:00") ?? .midnight, end: TimeOfDay(iso: "12:00") ?? .midnight,
                    minutes: session.minutes, isCancelled: session.isCancelled)
            })
        self.course = course
        try await office.office.database.write { try Courses.insert(course, in: $0) }
        for caller in [Self.coordinator, TestOffice.administrator] { try await office.account(of: caller, on: course) }
        var officers: [Officer] = []
        for number in 1...participants { officers.append(try await office.officer(number, on: course, facts)) }
        self.officers = officers
    }

    /// The academy's clock at a day and a time.
    func moveClock(to day: String, _ time: String) throws {
        let wanted = Instant(Day(iso: day) ?? Day(daysSinceEpoch: 0), at: TimeOfDay(iso: time) ?? .midnight)
        test.clock.advance(seconds: (wanted.milliseconds - test.clock.now.milliseconds) / 1000)
    }

    func grid(_ caller: Caller = coordinator) async throws -> AttendanceGrid {
        try await ReadAttendance(test.office)(course.id, by: caller)
    }

    /// Sends the whole form, one list of marks an officer, in the order of the sessions that are held; nil is a blank.
    @discardableResult
    func mark(_ marks: [[AttendanceMark?]], by caller: Caller = coordinator) async throws -> MarkAttendance.Answer {
        let grid = try await grid(caller)
        var entries: [AttendanceCell: AttendanceMark?] = [:]
        for row in grid.rows where !row.isLocked {
            let wanted = officers.firstIndex { $0.id == row.officer }.map { $0 < marks.count ? marks[$0] : [] } ?? []
            for (index, column) in grid.columns.enumerated() where column.takesMarks {
                let cell = AttendanceCell(participation: row.participation, session: column.session.id)
                entries[cell] = .some(index < wanted.count ? wanted[index] : nil)
            }
        }
        return try await MarkAttendance(test.office)(course.id, entries, seen: grid.token, by: caller)
    }

    func confirm(by caller: Caller = coordinator) async throws -> ConfirmAttendance.Answer {
        let preview = try await ConfirmAttendance(test.office).preview(course.id, by: caller)
        return try await ConfirmAttendance(test.office)(course.id, seen: preview.token, by: caller)
    }

    func record(_ index: Int) async throws -> ParticipationRecord? {
        try await test.office.database.read {
            try Participations.find(officer: officers[index].id, course: course.id, in: $0)
        }
    }
}
