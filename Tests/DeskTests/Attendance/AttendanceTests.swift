import Academy
import Desk
import Records
import SQL
import Testing

@Suite struct AttendanceTests {
    private static let oneSession = [("2026-05-18", 180, false)]

    @Test func `a confirmation writes who, when and how much, opens the evaluation and tells everybody once`()
        async throws
    {
        let fixture = try await AttendanceFixture(
            [("2026-05-18", 180, false), ("2026-05-19", 120, false)], participants: 4)
        try await fixture.mark([
            [.present, .late], [.present, .absent], [.absent, .absent], [.excused, .excused],
        ])
        #expect(try await fixture.confirm() == .confirmed([.completed: 1, .insufficient: 2, .absent: 1]))
        let first = try #require(try await fixture.record(0))
        #expect(first.outcome == .completed && first.attendance == .confirmed && first.evaluation == .open)
        #expect(first.tally == AttendanceTally(attended: 300, total: 300))
        #expect(first.attended == .init(by: "penyelaras", at: fixture.test.clock.now))
        let second = try #require(try await fixture.record(1))
        #expect(second.outcome == .insufficient && second.evaluation == .notOpen)
        #expect(try await fixture.record(2)?.outcome == .absent)
        #expect(try await fixture.record(3)?.outcome == .insufficient, "excused is not absent without reason")
        // The second press of a button finds nothing left to confirm.
        await #expect(throws: Refusal.conflict(.nothingToConfirm)) { try await fixture.confirm() }
        let kinds = try await fixture.test.office.database.read { transaction throws in
            try transaction.all("SELECT kind FROM outbox ORDER BY kind") { try $0["kind"] as String }
        }
        #expect(
            kinds == [
                "attendance.absent", "attendance.completed", "attendance.insufficient", "attendance.insufficient",
            ])
        await fixture.test.close()
    }

    @Test func `what is confirmed is frozen`() async throws {
        let fixture = try await AttendanceFixture(Self.oneSession)
        let before = try await fixture.grid()
        try await fixture.mark([[.present], [.present]])
        _ = try await fixture.confirm()
        let after = try await fixture.grid()
        #expect(after.isConfirmed && after.rows.allSatisfy(\.isLocked))
        let cell = AttendanceCell(
            participation: before.rows[0].participation, session: before.columns[0].session.id)
        let stale = try await MarkAttendance(fixture.test.office)(
            fixture.course.id, [cell: .absent], seen: before.token, by: AttendanceFixture.coordinator)
        #expect(stale == .changedMeanwhile)
        let filled = try await MarkAttendance(fixture.test.office)(
            fixture.course.id, [:], seen: after.token, allPresentAt: before.columns[0].session.id,
            by: AttendanceFixture.coordinator)
        #expect(filled == .saved(0))
        await fixture.test.close()
    }

    @Test func `two who fill in the same cells: the second is told and nothing is lost`() async throws {
        let fixture = try await AttendanceFixture(Self.oneSession)
        let grid = try await fixture.grid()
        try await fixture.mark([[.present], [.absent]])
        let entries = Dictionary(
            uniqueKeysWithValues: grid.rows.map {
                (
                    AttendanceCell(participation: $0.participation, session: grid.columns[0].session.id),
                    AttendanceMark?.some(.late)
                )
            })
        let answer = try await MarkAttendance(fixture.test.office)(
            fixture.course.id, entries, seen: grid.token, by: AttendanceFixture.coordinator)
        #expect(answer == .changedMeanwhile)
        let marks = try await fixture.grid().rows.flatMap { $0.marks.values }
        #expect(Set(marks) == [.present, .absent])
        await fixture.test.close()
    }

    @Test func `semua hadir fills blanks only, and only at its session`() async throws {
        let fixture = try await AttendanceFixture(
            [("2026-05-18", 180, false), ("2026-05-19", 180, false)], participants: 3)
        try await fixture.mark([[.absent], [], [.late]])
        let grid = try await fixture.grid()
        let answer = try await MarkAttendance(fixture.test.office)(
            fixture.course.id, Dictionary(uniqueKeysWithValues: grid.marksByCell), seen: grid.token,
            allPresentAt: grid.columns[0].session.id, by: AttendanceFixture.coordinator)
        #expect(answer == .saved(1))
        let rows = try await fixture.grid().rows
        let first = grid.columns[0].session.id
        #expect(
            fixture.officers.map { officer in rows.first { $0.officer == officer.id }?.marks[first] } == [
                .absent, .present, .late,
            ])
        #expect(rows.allSatisfy { $0.marks[grid.columns[1].session.id] == nil })
        await fixture.test.close()
    }

    @Test func `no mark is taken earlier than fifteen minutes before a session`() async throws {
        let fixture = try await AttendanceFixture(Self.oneSession)
        let grid = try await fixture.grid()
        let entries = Dictionary(uniqueKeysWithValues: grid.marksByCell.map { ($0.0, AttendanceMark?.some(.present)) })
        try fixture.moveClock(to: "2026-05-18", "08:44")
        await #expect(throws: Refusal.conflict(.sessionNotBegun)) {
            try await MarkAttendance(fixture.test.office)(
                fixture.course.id, entries, seen: grid.token, by: AttendanceFixture.coordinator)
        }
        try fixture.moveClock(to: "2026-05-18", "08:45")
        let answer = try await MarkAttendance(fixture.test.office)(
            fixture.course.id, entries, seen: grid.token, by: AttendanceFixture.coordinator)
        #expect(answer == .saved(2))
        await fixture.test.close()
    }

    @Test func `a mark that was changed after the page was shown is not confirmed unseen`() async throws {
        let fixture = try await AttendanceFixture(Self.oneSession)
        try await fixture.mark([[.present], [.present]])
        let confirm = ConfirmAttendance(fixture.test.office)
        let preview = try await confirm.preview(fixture.course.id, by: AttendanceFixture.coordinator)
        try await fixture.mark([[.present], [.absent]])
        let answer = try await confirm(fixture.course.id, seen: preview.token, by: AttendanceFixture.coordinator)
        #expect(answer == .changedMeanwhile)
        #expect(try await fixture.record(0)?.attendance == .recorded)
        await fixture.test.close()
    }

    @Test func `nobody marks themselves or confirms a course on which they take part`() async throws {
        let fixture = try await AttendanceFixture(Self.oneSession)
        let both = Caller(
            account: "penyelaras2", officer: fixture.officers[0].id, roles: [.officer, .coordinator], displayName: "",
            requestID: "r")
        try await fixture.test.account(of: both, on: fixture.course)
        let own = try await fixture.grid(both)
        #expect(own.rows.filter(\.isLocked).map(\.officer) == [fixture.officers[0].id])
        let cell = AttendanceCell(
            participation: try #require(own.rows.first { $0.isLocked }?.participation),
            session: own.columns[0].session.id)
        let token = try await fixture.grid().token
        let entries = Dictionary(
            uniqueKeysWithValues: own.rows.map {
                (
                    AttendanceCell(participation: $0.participation, session: cell.session),
                    AttendanceMark?.some(.present)
                )
            })
        await #expect(throws: Refusal.conflict(.ownAttendance)) {
            try await MarkAttendance(fixture.test.office)(fixture.course.id, entries, seen: token, by: both)
        }
        try await fixture.mark([[.present], [.present]])
        await #expect(throws: Refusal.conflict(.ownAttendance)) { try await fixture.confirm(by: both) }
        _ = try await fixture.confirm()
        await #expect(throws: Refusal.conflict(.ownAttendance)) {
            try await ReopenAttendance(fixture.test.office).request(
                fixture.course.id, [cell.participation], reason: try ReasonText(parsing: "Saya memang hadir"), by: both)
        }
        await fixture.test.close()
    }

    @Test(arguments: Role.allCases)
    func `the list is kept by coordinators and administrators, read by auditors, closed to others`(role: Role)
        async throws
    {
        let fixture = try await AttendanceFixture(Self.oneSession)
        let caller = Caller(account: "x", officer: nil, roles: [role], displayName: "", requestID: "r")
        try await fixture.test.account(of: caller, on: fixture.course)
        let mayKeep = role == .coordinator || role == .administrator
        let mayRead = mayKeep || role == .auditor
        let grid = try await fixture.grid()
        #expect(await isForbidden { _ = try await fixture.grid(caller) } == !mayRead)
        #expect(
            await isForbidden {
                _ = try await ConfirmAttendance(fixture.test.office).preview(fixture.course.id, by: caller)
            } == !mayRead)
        let mark = MarkAttendance(fixture.test.office)
        let marks = Dictionary(uniqueKeysWithValues: grid.marksByCell)
        #expect(
            await isForbidden { _ = try await mark(fixture.course.id, marks, seen: grid.token, by: caller) } == !mayKeep
        )
        #expect(
            await isForbidden {
                _ = try await ConfirmAttendance(fixture.test.office)(fixture.course.id, seen: "", by: caller)
            } == !mayKeep)
        #expect(
            await isForbidden {
                _ = try await ReopenAttendance(fixture.test.office).overview(fixture.course.id, by: caller)
            } == !mayKeep)
        await fixture.test.close()
    }

    @Test func `a coordinator of another course does not find the list`() async throws {
        let fixture = try await AttendanceFixture(Self.oneSession)
        let other = Caller(account: "lain", officer: nil, roles: [.coordinator], displayName: "", requestID: "r")
        let office = fixture.test.office
        try await fixture.mark([[.present], [.present]])
        let course = fixture.course.id
        await #expect(throws: Refusal.notFound) { try await fixture.grid(other) }
        await #expect(throws: Refusal.notFound) { try await MarkAttendance(office)(course, [:], seen: "", by: other) }
        await #expect(throws: Refusal.notFound) { try await ConfirmAttendance(office).preview(course, by: other) }
        await #expect(throws: Refusal.notFound) { try await fixture.confirm(by: other) }
        await #expect(throws: Refusal.notFound) { try await ReopenAttendance(office).overview(course, by: other) }
        await fixture.test.close()
    }

    private func isForbidden(_ deed: () async throws -> Void) async -> Bool {
        do { try await deed() } catch { return error as? Refusal == .forbidden }
        return false
    }
}

extension AttendanceGrid {
    /// The form as it is shown, unchanged.
    fileprivate var marksByCell: [(AttendanceCell, AttendanceMark?)] {
        rows.filter { !$0.isLocked }.flatMap { row in
            columns.filter(\.takesMarks).map { column in
                (
                    AttendanceCell(participation: row.participation, session: column.session.id),
                    row.marks[column.session.id]
                )
            }
        }
    }
}
