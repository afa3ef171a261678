import Academy
import Desk
import Records
import SQL
import Testing

@Suite struct `The audit, as it is read` {
    private func office(_ count: Int = 6) async throws -> TestOffice {
        let test = try await TestOffice()
        for number in 1...count {
            let now = test.clock.now
            try await test.office.database.write { transaction in
                try AuditLog.append(
                    AuditEntry(
                        at: now, actor: number.isMultiple(of: 2) ? "kewangan" : "admin", action: "receipt.verified",
                        subjectKind: number == 5 ? "course" : "receipt", subjectID: "r\(number)",
                        reason: number == 3 ? "=HYPERLINK(\"x\")" : "", requestID: "q\(number)"),
                    in: transaction)
            }
            test.clock.advance(seconds: 86_400)
        }
        return test
    }

    private static let clerk = Caller(
        account: "kewangan", officer: nil, roles: [.finance], displayName: "", requestID: "")

    @Test func `is filtered and paged, the newest first`() async throws {
        let test = try await office()
        let read = ReadAudit(test.office)
        let admin = TestOffice.administrator
        let first = try await read(AuditQuery(), limit: 4, by: admin)
        #expect(first.map(\.sequence) == [6, 5, 4, 3])
        #expect(
            try await read(AuditQuery(), before: first.last?.sequence, limit: 4, by: admin).map(\.sequence) == [2, 1])
        var query = AuditQuery()
        query.actor = "kewangan"
        #expect(try await read(query, limit: 9, by: admin).map(\.sequence) == [6, 4, 2])
        query.subjectKind = "receipt"
        query.subjectID = "r4"
        #expect(try await read(query, limit: 9, by: admin).map(\.sequence) == [4])
        await test.close()
    }

    @Test func `is narrowed to days, both included`() async throws {
        let test = try await office()
        var query = AuditQuery()
        let days = try await ReadAudit(test.office)(query, limit: 9, by: TestOffice.administrator).map(\.at.day)
        query.from = days[4]
        query.to = days[2]
        let found = try await ReadAudit(test.office)(query, limit: 9, by: TestOffice.administrator)
        #expect(found.map(\.sequence) == [4, 3, 2])
        query.from = days[0].adding(days: 9)
        query.to = nil
        #expect(try await ReadAudit(test.office)(query, limit: 9, by: TestOffice.administrator).isEmpty)
        query = AuditQuery()
        query.to = days[5].adding(days: -9)
        #expect(try await ReadAudit(test.office)(query, limit: 9, by: TestOffice.administrator).isEmpty)
        await test.close()
    }

    @Test func `shows the finance unit what was done about receipts and what it did itself`() async throws {
        let test = try await office()
        let read = ReadAudit(test.office)
        #expect(try await read(AuditQuery(), limit: 9, by: Self.clerk).map(\.sequence) == [6, 4, 3, 2, 1])
        #expect(try await read(AuditQuery(), before: 4, limit: 2, by: Self.clerk).map(\.sequence) == [3, 2])
        var query = AuditQuery()
        query.actor = "admin"
        #expect(try await read(query, limit: 9, by: Self.clerk).map(\.sequence) == [3, 1])
        query.subjectKind = "course"
        #expect(try await read(query, limit: 9, by: Self.clerk).isEmpty)
        await #expect(throws: Refusal.forbidden) { _ = try await read.chain(by: Self.clerk) }
        await test.close()
    }

    @Test func `shows an officer the own deeds alone, also in the export`() async throws {
        let test = try await office()
        let read = ReadAudit(test.office)
        let officer = Caller(account: "admin", officer: nil, roles: [.officer], displayName: "", requestID: "")
        #expect(try await read(AuditQuery(), limit: 9, by: officer).map(\.sequence) == [5, 3, 1])
        #expect(try await read.export(AuditQuery(), by: officer).split(separator: "\r\n").count == 4)
        var query = AuditQuery()
        query.actor = "kewangan"
        #expect(try await read(query, limit: 9, by: officer).isEmpty)
        await #expect(throws: Refusal.forbidden) { _ = try await read.chain(by: officer) }
        await test.close()
    }

    @Test func `tells whether the chain of hashes is whole, and where it breaks`() async throws {
        let test = try await office()
        #expect(try await ReadAudit(test.office).chain(by: TestOffice.administrator) == (6, nil))
        try await test.office.database.write { _ = try $0.execute("UPDATE audit SET actor = 'x' WHERE sequence = 4") }
        #expect(try await ReadAudit(test.office).chain(by: TestOffice.administrator).brokenAt == 4)
        await test.close()
    }

    @Test func `edge 64: is exported so that a spreadsheet runs nothing and reads UTF-8`() async throws {
        let test = try await office()
        let text = try await ReadAudit(test.office).export(AuditQuery(), by: TestOffice.administrator)
        #expect(text.hasPrefix("\u{FEFF}No.,"))
        #expect(text.contains("\"'=HYPERLINK(\"\"x\"\")\""))
        #expect(text.split(separator: "\r\n").count == 7)
        await test.close()
    }
}
