import Academy
import Attestation
import Desk
import Eligibility
import Records
import SQL
import Testing

@Suite struct AttendanceEdgeCaseTests {
    @Test func `edge 24: 79.99 percent of 80 do not pass, and the missing minutes are told`() async throws {
        let fixture = try await AttendanceFixture([("2026-05-18", 7999, false), ("2026-05-19", 2001, false)])
        try await fixture.mark([[.present, .absent], [.late, .present]])
        let preview = try await ConfirmAttendance(fixture.test.office).preview(
            fixture.course.id, by: AttendanceFixture.coordinator)
        #expect(preview.rows.map(\.outcome) == [.insufficient, .completed])
        #expect(preview.rows[0].tally.percent == 79)
        #expect(preview.rows[0].tally.missing(to: 80) == 1)
        #expect(try await fixture.confirm() == .confirmed([.insufficient: 1, .completed: 1]))
        #expect(try await fixture.record(0)?.outcome == .insufficient)
        await fixture.test.close()
    }

    @Test func `edge 25: a cancelled session is no column, no blank and not in the sum`() async throws {
        let fixture = try await AttendanceFixture([
            ("2026-05-18", 180, false), ("2026-05-19", 180, true), ("2026-05-20", 180, false),
        ])
        let grid = try await fixture.grid()
        #expect(grid.columns.map(\.session.day.iso) == ["2026-05-18", "2026-05-20"])
        try await fixture.mark([[.present, .present], [.present, .absent]])
        // Cancelled after it was marked: it leaves the sum, and its marks are left alone.
        try await fixture.test.office.database.write { transaction throws in
            _ = try transaction.execute("UPDATE course_session SET cancelled = TRUE WHERE day = '2026-05-20'")
        }
        #expect(try await fixture.confirm() == .confirmed([.completed: 2]))
        let record = try #require(try await fixture.record(1))
        #expect(record.tally == AttendanceTally(attended: 180, total: 180))
        await fixture.test.close()
    }

    @Test func `edge 26: medical leave in one session stays in the sum, unless the rule leaves it out`() async throws {
        let fixture = try await AttendanceFixture([
            ("2026-05-18", 180, false), ("2026-05-19", 180, false), ("2026-05-20", 180, false),
        ])
        let leave: [AttendanceMark?] = [.present, .excused, .present]
        try await fixture.mark([leave, [.excused, .excused, .excused]])
        #expect(try await fixture.confirm() == .confirmed([.insufficient: 2]), "leave is not absence without reason")
        #expect(try await fixture.record(0)?.tally == AttendanceTally(attended: 360, total: 540))
        let sessions = fixture.course.sessions
        let marks = Dictionary(uniqueKeysWithValues: zip(sessions.map(\.id), leave.compactMap(\.self)))
        let lenient = AttendanceTally(sessions: sessions, marks: marks, excusedCount: false)
        #expect(lenient.total == 360 && lenient.outcome(minimum: 80) == .completed)
        await fixture.test.close()
    }

    @Test func `edge 26: a course that leaves excused sessions out confirms by the rest`() async throws {
        let fixture = try await AttendanceFixture([
            ("2026-05-18", 180, false), ("2026-05-19", 180, false), ("2026-05-20", 180, false),
        ])
        let start = try #require(fixture.course.sessions.first?.day)
        let offering = OfferingRecord(
            course: fixture.course.id, objectives: .init(malay: "O"), target: .init(malay: "S"),
            rules: CourseRules(quota: 9, countsExcused: false), days: .init(try Deadlines(start: start, end: start)))
        try await fixture.test.office.database.write { try Offerings.insert(offering, in: $0) }
        try await fixture.mark([[.present, .excused, .present], [.excused, .excused, .excused]])
        #expect(try await fixture.confirm() == .confirmed([.completed: 1, .insufficient: 1]))
        #expect(try await fixture.record(0)?.tally == AttendanceTally(attended: 360, total: 360))
        await fixture.test.close()
    }

    @Test func `edge 27, defect of others 7: a course on 3, 5 and 10 March is over when the last of these days is`()
        async throws
    {
        let fixture = try await AttendanceFixture([
            ("2026-03-03", 180, false), ("2026-03-05", 180, false), ("2026-03-10", 180, false),
        ])
        try fixture.moveClock(to: "2026-03-06", "10:00")
        #expect(try await fixture.grid().columns.map(\.takesMarks) == [true, true, false])
        try await fixture.mark([[.present, .present], [.present, .present]])
        let day = try #require(Day(iso: "2026-03-10"))
        let end = Instant(day, at: try #require(TimeOfDay(iso: "12:00")))
        let early = try await ConfirmAttendance(fixture.test.office).preview(
            fixture.course.id, by: AttendanceFixture.coordinator)
        #expect(early.obstacle == .notOver(until: end))
        await #expect(throws: Refusal.conflict(.courseNotOver)) { try await fixture.confirm() }
        try fixture.moveClock(to: "2026-03-10", "12:00")
        try await fixture.mark([[.present, .present, .present], [.present, .present, .present]])
        #expect(try await fixture.confirm() == .confirmed([.completed: 2]))
        await fixture.test.close()
    }

    @Test func `edge 29: a confirmation before the end or with blanks is refused, and the blanks are listed`()
        async throws
    {
        let fixture = try await AttendanceFixture([("2026-05-18", 180, false), ("2026-05-19", 180, false)])
        try fixture.moveClock(to: "2026-05-19", "11:59")
        try await fixture.mark([[.present, .present], [.present, .present]])
        await #expect(throws: Refusal.conflict(.courseNotOver)) { try await fixture.confirm() }
        try fixture.moveClock(to: "2026-05-19", "12:00")
        try await fixture.mark([[.present, nil], [.present, .present]])
        let preview = try await ConfirmAttendance(fixture.test.office).preview(
            fixture.course.id, by: AttendanceFixture.coordinator)
        #expect(preview.obstacle == .blanks([fixture.officers[0].id]))
        #expect(preview.rows.map { $0.blanks.map(\.day.iso) } == [["2026-05-19"], []])
        await #expect(throws: Refusal.conflict(.attendanceBlank)) { try await fixture.confirm() }
        #expect(try await fixture.record(0)?.attendance == .recorded)
        await fixture.test.close()
    }

    @Test
    func `edge 30, defect of others 12: a reopening suspends the certificate, which is restored or stays so`()
        async throws
    {
        let fixture = try await AttendanceFixture([("2026-05-18", 180, false)], AttendanceFixture.waiting)
        let test = fixture.test
        try await fixture.mark([[.present], [.present]])
        _ = try await fixture.confirm()
        try await test.office.database.write { transaction throws in
            _ = try transaction.execute("UPDATE participation SET evaluation = 'sent'")
            let signatory = SignatoryRecord(
                id: try test.office.surroundings.newID(), name: "NAMA CONTOH", postMalay: "Pengarah",
                postEnglish: "Director", image: "")
            try Signatories.insert(signatory, in: transaction)
            try Signatories.assign([signatory.id], to: fixture.course.id, in: transaction)
        }
        var codes: [PublicCode] = []
        for officer in fixture.officers {
            let outcome = try await test.issue(officer, fixture.course, by: TestOffice.administrator)
            let record = try #require(outcome.record)
            codes.append(record.code)
        }
        let reopening = ReopenAttendance(test.office)
        let rows = try await fixture.grid().rows
        let id = try await reopening.request(
            fixture.course.id, rows.map(\.participation), reason: try ReasonText(parsing: "Senarai hari pertama silap"),
            by: AttendanceFixture.coordinator)
        try await reopening.decide(fixture.course.id, id, isGranted: true, by: TestOffice.administrator)
        for code in codes {
            let answer = try await CheckCertificate(test.office)(code: code)
            #expect(answer.certificate?.status == .suspended)
            #expect(answer.certificate?.reason == "Rekod kehadiran sedang disemak semula.")
        }
        try await fixture.mark([[.present], [.absent]])
        #expect(try await fixture.confirm() == .confirmed([.completed: 1, .absent: 1]))
        let statuses = try await [codes[0], codes[1]].asyncMap {
            try await CheckCertificate(test.office)(code: $0).certificate?.status
        }
        #expect(statuses == [.valid, .suspended])
        let journal = try await test.office.database.read { transaction throws in
            (
                try transaction.all("SELECT kind FROM outbox ORDER BY kind") { try $0["kind"] as String },
                try AuditLog.firstBreak(in: transaction)
            )
        }
        #expect(journal.0.count { $0 == "certificate.suspended" } == 2)
        #expect(journal.1 == nil)
        await test.close()
    }

    @Test func `edge 53: with a clock that jumps back, the audit keeps the order in which things were done`()
        async throws
    {
        let fixture = try await AttendanceFixture([("2026-05-18", 180, false)], participants: 1)
        let first = fixture.test.clock.now
        try await fixture.mark([[.present]])
        fixture.test.clock.advance(seconds: -3600)
        try await fixture.mark([[.absent]])
        try await fixture.mark([[.late]])
        let record = try #require(try await fixture.record(0))
        let (entries, firstBreak) = try await fixture.test.office.database.read { transaction throws in
            (
                try AuditLog.entries(about: "participation", record.id.text, in: transaction),
                try AuditLog.firstBreak(in: transaction)
            )
        }
        #expect(entries.map(\.after).map { $0.split(separator: " ").last } == ["present", "absent", "late"])
        #expect(entries[0].at == first && entries[1].at < first && entries[1].at == entries[2].at)
        #expect(firstBreak == nil)
        await fixture.test.close()
    }
}

extension [PublicCode] {
    fileprivate func asyncMap<Value>(_ transform: (PublicCode) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for code in self { values.append(try await transform(code)) }
        return values
    }
}
