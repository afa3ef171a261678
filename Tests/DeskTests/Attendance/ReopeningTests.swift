import Academy
import Desk
import Records
import SQL
import Testing

@Suite struct ReopeningTests {
    private func confirmed() async throws -> (AttendanceFixture, [ParticipationRecord.ID]) {
        let fixture = try await AttendanceFixture([("2026-05-18", 180, false)])
        try await fixture.mark([[.present], [.absent]])
        _ = try await fixture.confirm()
        return (fixture, try await fixture.grid().rows.map(\.participation))
    }

    private let reason = Result { try ReasonText(parsing: "Pegawai menunjukkan slip kehadiran") }

    @Test func `one asks, another decides, and only the chosen rows are opened`() async throws {
        let (fixture, rows) = try await confirmed()
        let reopening = ReopenAttendance(fixture.test.office)
        let course = fixture.course.id
        let id = try await reopening.request(
            course, [rows[1]], reason: try reason.get(), by: AttendanceFixture.coordinator)
        await #expect(throws: Refusal.conflict(.reopeningWaiting)) {
            try await reopening.request(course, [rows[0]], reason: try reason.get(), by: TestOffice.administrator)
        }
        await #expect(throws: Refusal.forbidden) {
            try await reopening.decide(course, id, isGranted: true, by: AttendanceFixture.coordinator)
        }
        let overview = try await reopening.overview(course, by: TestOffice.administrator)
        #expect(overview.canDecide && overview.waiting?.names.count == 1)
        try await reopening.decide(course, id, isGranted: true, by: TestOffice.administrator)
        let grid = try await fixture.grid()
        #expect(grid.rows.map(\.isLocked) == [true, false])
        #expect(grid.rows.map(\.attendance) == [.confirmed, .reopened])
        #expect(grid.rows[1].outcome == .pending)
        // A second press of the button.
        await #expect(throws: Refusal.notFound) {
            try await reopening.decide(course, id, isGranted: true, by: TestOffice.administrator)
        }
        await fixture.test.close()
    }

    @Test func `defect of others 2: a step back keeps every mark, and the next confirmation finds them`() async throws {
        let (fixture, rows) = try await confirmed()
        let reopening = ReopenAttendance(fixture.test.office)
        let course = fixture.course.id
        let before = try await fixture.grid().rows.map(\.marks)
        #expect(before.allSatisfy { !$0.isEmpty })
        let id = try await reopening.request(
            course, rows, reason: try reason.get(), by: AttendanceFixture.coordinator)
        try await reopening.decide(course, id, isGranted: true, by: TestOffice.administrator)
        let opened = try await fixture.grid().rows
        #expect(opened.map(\.attendance) == [.reopened, .reopened])
        #expect(opened.map(\.marks) == before)
        _ = try await fixture.confirm()
        let after = try await fixture.grid().rows
        #expect(after.map(\.outcome) == [.completed, .absent])
        #expect(after.map(\.marks) == before)
        await fixture.test.close()
    }

    @Test func `an administrator does not decide the own request`() async throws {
        let (fixture, rows) = try await confirmed()
        let reopening = ReopenAttendance(fixture.test.office)
        let id = try await reopening.request(
            fixture.course.id, rows, reason: try reason.get(), by: TestOffice.administrator)
        await #expect(throws: Refusal.forbidden) {
            try await reopening.decide(fixture.course.id, id, isGranted: true, by: TestOffice.administrator)
        }
        await fixture.test.close()
    }

    @Test func `a refused request changes nothing, and another may be made`() async throws {
        let (fixture, rows) = try await confirmed()
        let reopening = ReopenAttendance(fixture.test.office)
        for _ in 1...2 {
            let id = try await reopening.request(
                fixture.course.id, rows, reason: try reason.get(), by: AttendanceFixture.coordinator)
            try await reopening.decide(fixture.course.id, id, isGranted: false, by: TestOffice.administrator)
        }
        #expect(try await fixture.grid().isConfirmed)
        let actions = try await fixture.test.office.database.read { transaction throws in
            try AuditLog.entries(about: "course", fixture.course.id.text, in: transaction).map(\.action)
        }
        #expect(
            actions == [
                "attendance.confirmed", "attendance.reopening_requested", "attendance.reopening_refused",
                "attendance.reopening_requested", "attendance.reopening_refused",
            ])
        await fixture.test.close()
    }

    @Test func `only confirmed rows of this course can be asked for`() async throws {
        let (fixture, rows) = try await confirmed()
        let reopening = ReopenAttendance(fixture.test.office)
        for wrong in [[], rows + [ParticipationRecord.ID("someone-else")]] as [[ParticipationRecord.ID]] {
            await #expect(throws: Refusal.conflict(.attendanceNotConfirmed)) {
                try await reopening.request(
                    fixture.course.id, wrong, reason: try reason.get(), by: AttendanceFixture.coordinator)
            }
        }
        await fixture.test.close()
    }
}
