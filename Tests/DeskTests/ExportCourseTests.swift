import Academy
import Desk
import Records
import SQL
import Testing

@Suite struct `Tables of a course` {
    @Test func `edge 64: list its participants so that a spreadsheet runs nothing and keeps MyKad numbers as text`()
        async throws
    {
        let test = try await TestOffice()
        let course = try await test.course()
        try await test.officer(1, named: "=CMD() BIN CONTOH", on: course)
        try await test.officer(2, on: course)
        let (code, text) = try await ExportCourse(test.office).participants(
            of: course.id, by: TestOffice.administrator)
        #expect(code == course.code.text)
        let lines = text.split(separator: "\r\n")
        #expect(lines.count == 3 && text.hasPrefix("\u{FEFF}Nama,No. KP"))
        #expect(lines.contains { $0.hasPrefix("'=CMD() BIN CONTOH,850101-14-0001,") })
        #expect(lines.contains { $0.contains(",completed,confirmed,450,450,sent,verified,iP2,") })
        await test.close()
    }

    @Test func `list its applications, and are the course's staff's and auditors'`() async throws {
        let test = try await TestOffice()
        let course = try await test.course()
        let officer = try await test.officer(1, on: course)
        let now = test.clock.now
        let record = ApplicationRecord(
            id: try test.office.surroundings.newID(), officer: officer.id, course: course.id, state: .submitted,
            reference: "PK/2026/000001", createdAt: now, stateAt: now)
        try await test.office.database.write { try Applications.insert(record, in: $0) }
        let export = ExportCourse(test.office)
        for role in [Role.administrator, .auditor] {
            let caller = Caller(account: "x", officer: nil, roles: [role], displayName: "", requestID: "")
            #expect(try await export.applications(of: course.id, by: caller).text.contains("PK/2026/000001"))
        }
        for role in [Role.officer, .coordinator, .finance] {
            let caller = Caller(account: "x", officer: nil, roles: [role], displayName: "", requestID: "")
            await #expect(throws: Refusal.notFound) { _ = try await export.applications(of: course.id, by: caller) }
            await #expect(throws: Refusal.notFound) { _ = try await export.participants(of: course.id, by: caller) }
        }
        await test.close()
    }
}
