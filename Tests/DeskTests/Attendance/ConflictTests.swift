import Academy
import Desk
import Records
import SQL
import Testing

@Suite struct `Attendance in two courses` {
    /// A second course on 18 May with the fixture's first officer, marked.
    private func second(
        _ fixture: AttendanceFixture, _ code: String, from start: String, to end: String, _ mark: AttendanceMark
    ) async throws -> Course {
        let office = fixture.test.office
        let session = Session(
            id: try office.surroundings.newID(), day: try #require(Day(iso: "2026-05-18")),
            start: try #require(TimeOfDay(iso: start)), end: try #require(TimeOfDay(iso: end)), minutes: 60)
        let course = Course(
            id: try office.surroundings.newID(), code: try #require(CourseCode(parsing: code)),
            titleMalay: "Kursus Lain", titleEnglish: "", studyCentre: "", venue: "", fee: .zero, sessions: [session])
        let record = ParticipationRecord(
            id: try office.surroundings.newID(), officer: fixture.officers[0].id, course: course.id,
            outcome: .pending, attendance: .recorded, tally: .init(attended: 0, total: 0), attended: .init(),
            evaluation: .notOpen, evaluated: .init(), fee: .notApplicable, receiptNumber: "", paid: .init())
        let now = office.surroundings.now()
        try await office.database.write { transaction throws in
            try Courses.insert(course, in: transaction)
            try Participations.insert(record, in: transaction)
            try AttendanceMarks.set(mark, record.id, at: session.id, by: "x", now, in: transaction)
        }
        return course
    }

    @Test func `edge 56: present in two courses at one hour is reported, to those who keep one of the lists`()
        async throws
    {
        let fixture = try await AttendanceFixture([("2026-05-18", 180, false)])
        try await fixture.mark([[.present], [.present]])
        let other = try await second(fixture, "AKMAL-HDR-002", from: "11:30", to: "13:00", .late)
        _ = try await second(fixture, "AKMAL-HDR-003", from: "12:00", to: "13:00", .absent)
        _ = try await second(fixture, "AKMAL-HDR-004", from: "07:00", to: "09:00", .present)
        let read = ReadConflicts(fixture.test.office)
        let found = try await read(year: 2026, limit: 9, by: TestOffice.administrator)
        #expect(found.map(\.name) == [fixture.officers[0].name.text])
        let conflict = try #require(found.first)
        #expect(Set([conflict.one.course, conflict.other.course]) == [fixture.course.id, other.id])
        #expect(try await read(year: 2025, limit: 9, by: TestOffice.administrator).isEmpty)
        let next = try await read(year: 2026, after: conflict.key, limit: 9, by: TestOffice.administrator)
        #expect(next.isEmpty)
        let own = try await read(year: 2026, limit: 9, by: AttendanceFixture.coordinator)
        #expect(own.count == 1)
        #expect(own.map { [$0.one.isOpen, $0.other.isOpen].filter { $0 }.count } == [1], "only the own list is open")
        let stranger = Caller(account: "lain", officer: nil, roles: [.coordinator], displayName: "", requestID: "")
        #expect(try await read(year: 2026, limit: 9, by: stranger).isEmpty)
        let clerk = Caller(account: "k", officer: nil, roles: [.finance], displayName: "", requestID: "")
        await #expect(throws: Refusal.forbidden) { _ = try await read(year: 2026, limit: 9, by: clerk) }
        let preview = try await ConfirmAttendance(fixture.test.office).preview(
            fixture.course.id, by: AttendanceFixture.coordinator)
        #expect(preview.conflicts == 1)
        await fixture.test.close()
    }

    @Test func `edge 56: a mark that is put right ends the conflict`() async throws {
        let fixture = try await AttendanceFixture([("2026-05-18", 180, false)])
        _ = try await second(fixture, "AKMAL-HDR-002", from: "09:00", to: "12:00", .present)
        try await fixture.mark([[.present], [.present]])
        let read = ReadConflicts(fixture.test.office)
        #expect(try await read(year: 2026, limit: 9, by: TestOffice.administrator).count == 1)
        try await fixture.mark([[.absent], [.present]])
        #expect(try await read(year: 2026, limit: 9, by: TestOffice.administrator).isEmpty)
        await fixture.test.close()
    }
}
