import Academy
import Records
import SQL
import Testing

@testable import Desk

/// What is given back to whom, and that it is said once.
@Suite struct `A refund` {
    /// An officer who has paid and whose seat is gone, and one who has paid and sits.
    private func desk() async throws -> (TestOffice, [Officer], ParticipationRecord.ID) {
        let desk = try await TestOffice()
        let course = try await desk.course()
        var officers: [Officer] = []
        for number in 1...2 {
            let officer = try await desk.officer(number, on: course, `A fee`.unpaid)
            let id = try await `A fee`.send(desk, officer, course, "iP 10\(number)", `A fee`.picture(number))
            try await ReviewReceipt(desk.office)(id, version: 1, .verify(remark: ""), by: `A fee`.clerk)
            officers.append(officer)
        }
        var gone = try await `A fee`.facts(desk, officers[0], course)
        gone.isSeated = false
        let record = gone
        #expect(try await desk.office.database.write { try Participations.update(record, in: $0) })
        return (desk, officers, record.id)
    }

    private static let form = RefundFee.Form(reference: " EFT  42 ", paidOn: "20/5/2026")

    @Test func `edge 50: is due to who has paid and holds no seat, and is recorded once with its payment`() async throws
    {
        let (desk, officers, id) = try await desk()
        let list = RefundList(desk.office)
        let due = try await list.due(after: nil, limit: 9, by: `A fee`.clerk)
        #expect(due.total == 1 && due.rows.map(\.name) == [officers[0].name.text])
        #expect(due.rows.first?.amount == Sen(3000) && due.rows.first?.mayRecord == true)
        try await RefundFee(desk.office)(id, Self.form, by: `A fee`.clerk)
        try await RefundFee(desk.office)(id, Self.form, by: `A fee`.clerk)
        #expect(try await list.due(after: nil, limit: 9, by: `A fee`.clerk).total == 0)
        let done = try await list.done(before: nil, limit: 9, by: `A fee`.other)
        #expect(done.map(\.done?.reference) == ["EFT 42"])
        let other = RefundFee.Form(reference: "EFT 43", paidOn: "20/5/2026")
        await #expect(throws: Refusal.conflict(.changedMeanwhile)) {
            try await RefundFee(desk.office)(id, other, by: `A fee`.other)
        }
        var query = AuditQuery()
        query.action = "fee.refunded"
        let lines = try await ReadAudit(desk.office)(query, limit: 9, by: `A fee`.other)
        #expect(lines.map(\.after) == ["refunded"] && lines.map(\.reason) == ["EFT 42, 2026-05-20"])
        await desk.close()
    }

    @Test func `is due to who kept the seat and did not come, once that is confirmed`() async throws {
        let (desk, officers, id) = try await desk()
        let list = RefundList(desk.office)
        try await RefundFee(desk.office)(id, Self.form, by: `A fee`.clerk)
        #expect(try await list.countDue(by: `A fee`.clerk) == 0)
        let code = try #require(CourseCode(parsing: "AKMAL-UJI-001"))
        let course = try #require(try await desk.office.database.read { try Courses.find(code: code, in: $0) })
        for (attendance, number) in [(AttendanceState.reopened, 0), (.confirmed, 1)] {
            var absent = try await `A fee`.facts(desk, officers[1], course)
            (absent.outcome, absent.attendance) = (.absent, attendance)
            let record = absent
            #expect(try await desk.office.database.write { try Participations.update(record, in: $0) })
            #expect(try await list.countDue(by: `A fee`.clerk) == number)
        }
        let due = try await list.due(after: nil, limit: 9, by: `A fee`.clerk)
        #expect(due.rows.map(\.isAbsent) == [true] && due.rows.map(\.name) == [officers[1].name.text])
        let work = try await ReadWaitingWork(desk.office)(`A fee`.clerk)
        #expect(work.filter { $0.kind == .refunds }.map(\.number) == [1])
        try await RefundFee(desk.office)(.init(due.rows[0].id), Self.form, by: `A fee`.clerk)
        #expect(try await list.countDue(by: `A fee`.clerk) == 0)
        await desk.close()
    }

    @Test func `is not recorded without its reference and its day, nor for who sits, nor by whose money it is`()
        async throws
    {
        let (desk, officers, id) = try await desk()
        let refund = RefundFee(desk.office)
        let missing: [FieldProblem] = [
            .init(field: "rujukan", code: "missing"), .init(field: "tarikh", code: "missing"),
        ]
        await #expect(throws: Refusal.invalid(missing)) {
            try await refund(id, .init(reference: " ", paidOn: ""), by: `A fee`.clerk)
        }
        let wrong: [FieldProblem] = [
            .init(field: "rujukan", code: "reference_wrong"), .init(field: "tarikh", code: "date_future"),
        ]
        await #expect(throws: Refusal.invalid(wrong)) {
            try await refund(id, .init(reference: "ab", paidOn: "2031-01-01"), by: `A fee`.clerk)
        }
        let own = Caller(
            account: "k", officer: officers[0].id, roles: [.officer, .finance], displayName: "", requestID: "")
        await #expect(throws: Refusal.forbidden) { try await refund(id, Self.form, by: own) }
        await #expect(throws: Refusal.forbidden) { try await refund(id, Self.form, by: TestOffice.administrator) }
        await #expect(throws: Refusal.notFound) { try await refund(.init("x"), Self.form, by: `A fee`.clerk) }
        await desk.close()
    }

    @Test func `edge 64: both lists leave as a table that a spreadsheet runs nothing of`() async throws {
        let (desk, _, id) = try await desk()
        let list = RefundList(desk.office)
        #expect(try await list.export(by: `A fee`.clerk).contains(",30.00,due,"))
        try await RefundFee(desk.office)(id, .init(reference: "=1+2", paidOn: "20/5/2026"), by: `A fee`.clerk)
        let text = try await list.export(by: `A fee`.clerk)
        #expect(text.hasPrefix("\u{FEFF}Nama,") && text.contains(",30.00,refunded,'=1+2,2026-05-20,"))
        await #expect(throws: Refusal.forbidden) { _ = try await list.export(by: TestOffice.administrator) }
        await desk.close()
    }
}
