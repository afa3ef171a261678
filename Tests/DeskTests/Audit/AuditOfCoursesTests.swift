import Academy
import Records
import SQL
import Testing

@testable import Desk

/// The audit as coordinators see it.
@Suite struct `The audit of a course` {
    private static let coordinator = Caller(
        account: "penyelaras", officer: nil, roles: [.coordinator], displayName: "", requestID: "k")

    /// Two courses, each with a receipt that was verified and the certificate that followed.
    private func desk() async throws -> (TestOffice, [Course]) {
        let desk = try await TestOffice()
        var courses: [Course] = []
        for number in 1...2 {
            let course = try await desk.course("AKMAL-UJI-00\(number)")
            let officer = try await desk.officer(number, on: course, `A fee`.unpaid)
            let id = try await `A fee`.send(desk, officer, course, "iP 10\(number)", `A fee`.picture(number))
            try await ReviewReceipt(desk.office)(id, version: 1, .verify(remark: ""), by: `A fee`.clerk)
            courses.append(course)
        }
        return (desk, courses)
    }

    @Test func `is seen by its coordinator: what officers, the finance unit and the program did on it`() async throws {
        let (desk, courses) = try await desk()
        let read = ReadAudit(desk.office)
        let all = try await read(AuditQuery(), limit: 99, by: TestOffice.administrator)
        #expect(try await read(AuditQuery(), limit: 99, by: Self.coordinator).isEmpty)
        try await desk.account(of: Self.coordinator, on: courses[1])
        let lines = try await read(AuditQuery(), limit: 99, by: Self.coordinator)
        #expect(
            Set(lines.map(\.action)) == [
                "receipt.uploaded", "receipt.verified", "certificate.issued", "certificate.released",
            ])
        #expect(all.count == 8)
        #expect(lines.map(\.sequence) == [8, 7, 6, 5])
        var query = AuditQuery()
        query.action = "receipt.verified"
        #expect(try await read(query, limit: 99, by: Self.coordinator).map(\.actor) == [`A fee`.clerk.account])
        #expect(try await read(AuditQuery(), before: 8, limit: 1, by: Self.coordinator).map(\.sequence) == [7])
        await desk.close()
    }

    @Test func `is found for what was written before courses were noted, and no hash changes by it`() async throws {
        let (desk, courses) = try await desk()
        let step = try #require(Schema.migrations.first { $0.name == "the audit by course" })
        let count: SQL = "SELECT count(*) AS n FROM audit_course WHERE course_id = \(courses[0].id)"
        let (before, after): (Int, Int) = try await desk.office.database.write { transaction throws in
            let before: Int = try transaction.one(count) { try $0["n"] }
            _ = try transaction.execute("DELETE FROM audit_course")
            for statement in step.statements.dropFirst() { _ = try transaction.execute(statement) }
            return (before, try transaction.one(count) { try $0["n"] })
        }
        #expect(before == 4 && after == 4)
        #expect(try await ReadAudit(desk.office).chain(by: TestOffice.administrator) == (8, nil))
        await desk.office.database.close()
    }
}
