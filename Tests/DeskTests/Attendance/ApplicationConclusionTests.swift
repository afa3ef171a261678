import Academy
import Post
import Records
import SQL
import Testing

@testable import Desk

@Suite struct `The attendance list and the applications behind it` {
    /// Marks everybody at the only session, by name, and confirms.
    private func confirm(
        _ desk: ApplyingOffice, _ marks: [AttendanceMark], by caller: Caller = ApplyingOffice.coordinator
    ) async throws -> ConfirmAttendance.Answer {
        let grid = try await ReadAttendance(desk.office)(desk.course.id, by: caller)
        var entries: [AttendanceCell: AttendanceMark?] = [:]
        for (row, mark) in zip(grid.rows, marks) where !row.isLocked {
            let cell = AttendanceCell(participation: row.participation, session: grid.columns[0].session.id)
            entries[cell] = .some(mark)
        }
        _ = try await MarkAttendance(desk.office)(desk.course.id, entries, seen: grid.token, by: caller)
        let confirm = ConfirmAttendance(desk.office)
        let preview = try await confirm.preview(desk.course.id, by: caller)
        return try await confirm(desk.course.id, seen: preview.token, by: caller)
    }

    private func setState(_ state: ApplicationState, _ id: Application.ID, _ desk: ApplyingOffice) async throws {
        try await desk.office.database.write { transaction throws in
            var record = try #require(try Applications.find(id, in: transaction))
            record.state = state
            #expect(try Applications.update(record, in: transaction))
        }
    }

    private func names(_ desk: ApplyingOffice) async throws -> [String] {
        try await ReadAttendance(desk.office)(desk.course.id, by: ApplyingOffice.coordinator).rows.map(\.name)
    }

    @Test func `a confirmation concludes each application with one audit row, and each officer is told once`()
        async throws
    {
        let desk = try await ApplyingOffice(quota: 3)
        var ids: [Application.ID] = []
        for number in 1...3 { ids.append(try await desk.approved(number).id) }
        try await setState(.attending, ids[2], desk)
        try desk.moveClock(days: 0, "12:00")
        let answer = try await confirm(desk, [.present, .excused, .absent])
        #expect(answer == .confirmed([.completed: 1, .insufficient: 1, .absent: 1]))
        #expect(try await desk.state(ids[0]) == .completed)
        #expect(try await desk.state(ids[1]) == .insufficient)
        #expect(try await desk.state(ids[2]) == .absent)
        for id in ids {
            let rows = try await desk.office.database.read {
                try AuditLog.entries(about: "application", id.text, in: $0).filter { $0.action.hasSuffix("conclude") }
            }
            #expect(rows.map(\.actor) == [ApplyingOffice.coordinator.account])
        }
        #expect(try await desk.letters("attendance.completed") == 1)
        #expect(try await desk.letters("attendance.insufficient") == 1)
        #expect(try await desk.letters("attendance.absent") == 2, "the officer and the supervisor")
        // Nothing that a letter needs is missing.
        let letters = try await desk.office.database.read { try Outbox.page(before: nil, limit: 100, in: $0) }
        for letter in letters where letter.message.kind.hasPrefix("attendance.") {
            let kind = try #require(LetterKind(rawValue: letter.message.kind))
            #expect(kind.required.subtracting(letter.message.values.keys).isEmpty)
        }
        // The second press finds nothing left.
        await #expect(throws: Refusal.conflict(.nothingToConfirm)) { try await confirm(desk, []) }
        await desk.test.close()
    }

    @Test func `a granted reopening brings the application back, and the next confirmation concludes it again`()
        async throws
    {
        let desk = try await ApplyingOffice(quota: 1)
        let id = try await desk.approved(1).id
        try await desk.test.account(of: TestOffice.administrator, on: desk.course)
        try desk.moveClock(days: 0, "12:00")
        _ = try await confirm(desk, [.absent])
        #expect(try await desk.state(id) == .absent)
        let reopening = ReopenAttendance(desk.office)
        let rows = try await reopening.overview(desk.course.id, by: ApplyingOffice.coordinator).confirmed
        let request = try await reopening.request(
            desk.course.id, rows.map(\.participation), reason: try ReasonText(parsing: "Senarai hari pertama silap"),
            by: ApplyingOffice.coordinator)
        try await reopening.decide(desk.course.id, request, isGranted: true, by: TestOffice.administrator)
        #expect(try await desk.state(id) == .attending)
        #expect(try await confirm(desk, [.present]) == .confirmed([.completed: 1]))
        #expect(try await desk.state(id) == .completed)
        let events = try await desk.office.database.read {
            try AuditLog.entries(about: "application", id.text, in: $0).map(\.action).suffix(3)
        }
        #expect(events == ["application.conclude", "application.reopen", "application.conclude"])
        await desk.test.close()
    }

    @Test func `a request not to come that nobody has decided holds up the confirmation, and names who asked`()
        async throws
    {
        let desk = try await ApplyingOffice(quota: 2)
        _ = try await desk.approved(1)
        let (officer, id) = try await desk.approved(2)
        try await setState(.releaseRequested, id, desk)
        try desk.moveClock(days: 0, "12:00")
        let preview = try await ConfirmAttendance(desk.office).preview(desk.course.id, by: ApplyingOffice.coordinator)
        #expect(preview.undecided == [.init(id: id, name: officer.name.text)])
        await #expect(throws: Refusal.conflict(.releaseUndecided)) { try await confirm(desk, [.present, .absent]) }
        try await setState(.approved, id, desk)
        #expect(try await confirm(desk, [.present, .absent]) == .confirmed([.completed: 1, .absent: 1]))
        await desk.test.close()
    }

    /// The officer has the coordinator's role on this very course.
    @Test func `edge 54: nobody confirms the course on which they sit, and others of the role do`() async throws {
        let desk = try await ApplyingOffice(quota: 1)
        let (officer, id) = try await desk.approved(1)
        let both = Caller(
            account: officer.email.text, officer: officer.id, roles: [.officer, .coordinator], displayName: "",
            requestID: "r")
        try await desk.test.account(of: both, on: desk.course)
        try desk.moveClock(days: 0, "12:00")
        await #expect(throws: Refusal.conflict(.ownAttendance)) { try await confirm(desk, [.present], by: both) }
        #expect(try await desk.state(id) == .approved)
        #expect(try await confirm(desk, [.present]) == .confirmed([.completed: 1]))
        await desk.test.close()
    }

    @Test func `a seat that is given up leaves the lists, and one that is given again returns with what was paid`()
        async throws
    {
        let desk = try await ApplyingOffice(quota: 2)
        let (officer, id) = try await desk.approved(1)
        let stayer = try await desk.approved(2).officer
        try await setState(.releaseRequested, id, desk)
        #expect(try await names(desk) == [officer.name.text, stayer.name.text], "still kept for a replacement")
        try await perform(.grantRelease, id, desk)
        #expect(try await names(desk) == [stayer.name.text])
        let own = TestOffice.caller(officer)
        #expect(try await MyCertificates(desk.office)(own).isEmpty)
        #expect(try await MyFees(desk.office)(own).isEmpty)
        #expect(
            try await CourseOverview(desk.office).course(desk.course.id, by: ApplyingOffice.coordinator).participants
                == 1)
        await #expect(throws: Refusal.notFound) {
            try await desk.test.issue(officer, desk.course, by: TestOffice.administrator)
        }
        // Money on its way stays in sight.
        try await desk.office.database.write { transaction throws in
            _ = try transaction.execute(
                "UPDATE participation SET fee = 'verified' WHERE officer_id = \(officer.id)")
        }
        #expect(try await MyFees(desk.office)(own).map(\.state) == [.verified])
        try await setState(.supported, id, desk)
        try await perform(.approve, id, desk)
        #expect(try await names(desk).count == 2)
        #expect(try await MyFees(desk.office)(own).map(\.state) == [.verified])
        await desk.test.close()
    }

    private func perform(_ event: ApplicationEvent, _ id: Application.ID, _ desk: ApplyingOffice) async throws {
        let clerk = ApplicationClerk(desk.office, for: ApplyingOffice.coordinator)
        try await desk.office.database.write { transaction throws in
            let record = try #require(try Applications.find(id, in: transaction))
            let officer = try #require(try Officers.find(record.officer, in: transaction))
            let file = try #require(try CourseFile.open(record.course, in: transaction))
            try clerk.perform(
                event, on: record, of: officer, file: file, by: Standing(person: nil, parties: [.coordinator]),
                request: ApplicationRequest(), in: transaction)
        }
    }
}
