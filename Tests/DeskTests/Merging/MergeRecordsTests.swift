import Academy
import Attestation
import Desk
import Eligibility
import Records
import SQL
import Testing

@Suite struct `Merging two records of one person` {
    private static let reason = "Nombor tentera ditukar kepada MyKad"
    private static let admin = TestOffice.administrator

    private func form(_ kept: Officer, _ gone: Officer) -> MergeForm {
        MergeForm(kept: kept.myKad.formatted, gone: gone.myKad.digits)
    }

    private func held<Value: Sendable>(
        _ test: TestOffice, _ read: @escaping @Sendable (borrowing Transaction) throws -> Value
    ) async throws -> Value { try await test.office.database.read { try read($0) } }

    @Test func `edge 38: two records of one person become one, with everything that the other had`() async throws {
        let test = try await TestOffice()
        let (first, second) = (try await test.course(), try await test.course("AKMAL-UJI-002"))
        let kept = try await test.officer(1, on: first)
        let gone = try await test.officer(2, named: "PEGAWAI SAMA BINTI CONTOH", on: second)
        try await test.account(of: TestOffice.caller(gone), on: second)
        let issued = try #require(try await test.issue(gone, second, by: Self.admin).record)
        let merge = MergeRecords(test.office)
        let view = try #require(try await merge.preview(form(kept, gone), by: Self.admin))
        #expect(view.obstacles.isEmpty && view.account == .moves)
        #expect(view.moving.filter { $0.count > 0 }.map(\.kind) == ["participations", "certificates"])
        for _ in 1...2 { try await merge(form(kept, gone), reason: Self.reason, by: Self.admin) }
        try await test.office.database.read { transaction throws in
            #expect(try Officers.find(gone.id, in: transaction) == nil)
            #expect(try Participations.find(officer: kept.id, course: second.id, in: transaction) != nil)
            #expect(try Participations.find(officer: kept.id, course: first.id, in: transaction) != nil)
            let certificate = try Certificates.find(issued.id, in: transaction)
            #expect(certificate?.record.officer == kept.id.text, "it is the kept record's")
            #expect(certificate?.record.face == issued.face, "and says what was printed")
            #expect(try Accounts.find(officer: kept.id, in: transaction)?.name == gone.email.text)
            let entries = try AuditLog.entries(about: "officer", kept.id.text, in: transaction)
            #expect(entries.filter { $0.action == "officer.merged" }.map(\.reason) == [Self.reason])
            #expect(try PersonChanges.of(kept.id, limit: 9, in: transaction).map(\.source) == [.merge])
        }
        #expect(try await test.letters().filter { $0.kind == "account.merged" }.map(\.recipient) == [gone.email.text])
        #expect(try await merge.preview(form(kept, gone), by: Self.admin) == nil)
        #expect(try await merge.latest(by: Self.admin).map(\.keptName) == [kept.name.text])
        await test.close()
    }

    @Test func `edge 38: never gives one person two participations of a course, and says of which`() async throws {
        let test = try await TestOffice()
        let course = try await test.course()
        let (kept, gone) = (try await test.officer(1, on: course), try await test.officer(2, on: course))
        let merge = MergeRecords(test.office)
        let view = try #require(try await merge.preview(form(kept, gone), by: Self.admin))
        #expect(view.obstacles.map(\.code) == ["both_on_courses"])
        #expect(view.obstacles.flatMap(\.courses).map(\.code) == [course.code])
        await #expect(throws: Refusal.conflict(.mergeObstructed)) {
            try await merge(form(kept, gone), reason: Self.reason, by: Self.admin)
        }
        #expect(try await held(test) { try Officers.find(gone.id, in: $0) } != nil)
        await test.close()
    }

    @Test func `edge 38: of two accounts one is left, and the person is told at both addresses`() async throws {
        let test = try await TestOffice()
        try await test.importStaff(TestOffice.row(1), TestOffice.row(2))
        let (token, _) = try await test.settled(2, password: "Kata-Laluan-Baharu-1")
        try await test.importStaff(TestOffice.row(1), TestOffice.row(2))
        try await test.register(1)
        let kept = try #require(try await test.officerRow(1))
        let gone = try #require(try await test.officerRow(2))
        let merge = MergeRecords(test.office)
        #expect(try await merge.preview(form(kept, gone), by: Self.admin)?.account == .closes)
        try await merge(form(kept, gone), reason: Self.reason, by: Self.admin)
        #expect(try await RecogniseVisitor(test.office)(token: token, requestID: "r") == nil)
        let closed = try await test.account(2)
        #expect(closed?.isActive == false && closed?.officer == nil && closed?.roles == [])
        #expect(try await test.account(1)?.officer == kept.id)
        let letters = try await test.letters().filter { $0.kind == "account.merged" }
        #expect(Set(letters.map(\.recipient)) == [kept.email.text, gone.email.text])
        #expect(letters.allSatisfy { $0.values["user"] == kept.email.text })
        await test.close()
    }

    @Test func `edge 38: an export that still names both, or only the other number, leads to the same person`()
        async throws
    {
        let test = try await TestOffice()
        try await test.importStaff(TestOffice.row(1), TestOffice.row(2))
        let kept = try #require(try await test.officerRow(1))
        let gone = try #require(try await test.officerRow(2))
        try await MergeRecords(test.office)(form(kept, gone), reason: Self.reason, by: Self.admin)
        test.clock.advance(seconds: 60)
        let both = try await test.importStaff(TestOffice.row(1), TestOffice.row(2))
        #expect(both.rows.map(\.outcome) == [.unchanged, .merged(into: kept.myKad.masked)])
        #expect(try await test.officerRow(2) == nil)
        test.clock.advance(seconds: 60)
        let other = try await test.importStaff(TestOffice.row(2, grade: "WK11"))
        #expect(other.rows.map(\.outcome) == [.updated])
        let now = try #require(try await test.officerRow(2))
        #expect(now.id == kept.id && now.grade == "WK11" && now.isActive)
        test.clock.advance(seconds: 60)
        let back = try await test.importStaff(TestOffice.row(1, grade: "WK12"), TestOffice.row(2, grade: "WK11"))
        #expect(back.rows.map(\.outcome) == [.merged(into: now.myKad.masked), .unchanged])
        await test.close()
    }

    @Test func `is for administrators, with two known numbers and a reason`() async throws {
        let test = try await TestOffice()
        let course = try await test.course()
        let kept = try await test.officer(1, on: course)
        let merge = MergeRecords(test.office)
        let coordinator = ApplyingOffice.coordinator
        await #expect(throws: Refusal.forbidden) { _ = try await merge.latest(by: coordinator) }
        await #expect(throws: Refusal.forbidden) { try await merge(form(kept, kept), reason: "", by: coordinator) }
        let missing = [
            FieldProblem(field: "kekal", code: "missing"), FieldProblem(field: "lebur", code: "mykad_wrong"),
        ]
        await #expect(throws: Refusal.invalid(missing)) {
            _ = try await merge.preview(.init(kept: " ", gone: "8501"), by: Self.admin)
        }
        await #expect(throws: Refusal.invalid([FieldProblem(field: "lebur", code: "same_record")])) {
            _ = try await merge.preview(form(kept, kept), by: Self.admin)
        }
        let unknown = MergeForm(kept: kept.myKad.digits, gone: TestOffice.myKad(9))
        await #expect(throws: Refusal.invalid([FieldProblem(field: "lebur", code: "record_unknown")])) {
            _ = try await merge.preview(unknown, by: Self.admin)
        }
        await #expect(throws: Refusal.invalid([FieldProblem(field: "sebab", code: "reason_too_short")])) {
            try await merge(unknown, reason: "sama", by: Self.admin)
        }
        await test.close()
    }

    @Test func `staff without an e-mail address are told by the import, and open an account with a department address`()
        async throws
    {
        let test = try await TestOffice()
        let report = try await test.importStaff(TestOffice.row(1, email: ""), TestOffice.row(2))
        #expect(report.rows.map(\.outcome) == [.addedWithoutEmail, .added])
        #expect(report.summary.hasPrefix("2 added (1 without an e-mail address), 0 updated"))
        #expect(try await test.officerRow(1) == nil)
        try await test.register(1)
        #expect(try await test.officerRow(1)?.email.text == "p1@customs.gov.my")
        await test.close()
    }
}
