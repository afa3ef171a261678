import Academy
import Records
import SQL
import Testing

@Suite struct AuditLogTests {
    private func entry(_ number: Int) -> AuditEntry {
        AuditEntry(
            at: Sample.moment.adding(seconds: Int64(number)), actor: "pentadbir", onBehalfOf: "pegawai",
            action: "certificate.issued", subjectKind: "certificate", subjectID: "c\(number % 3)", before: "a",
            after: "b é", reason: "sebab", requestID: "r\(number)")
    }

    private func log(_ count: Int) async throws -> Register {
        let register = try await Register()
        try await register.database.write { transaction throws in
            for number in 1...count { try AuditLog.append(entry(number), in: transaction) }
        }
        return register
    }

    @Test func `what happened to one thing comes back in order`() async throws {
        let register = try await log(9)
        let entries = try await register.database.read { try AuditLog.entries(about: "certificate", "c1", in: $0) }
        #expect(entries == [1, 4, 7].map(entry))
    }

    @Test func `an untouched chain holds, also an empty one`() async throws {
        let empty = try await Register()
        #expect(try await empty.database.read { try AuditLog.firstBreak(in: $0) } == nil)
        let register = try await log(20)
        #expect(try await register.database.read { try AuditLog.firstBreak(in: $0) } == nil)
    }

    static let tampering: [SQL] = [
        "UPDATE audit SET actor = 'x' WHERE sequence = 7", "UPDATE audit SET on_behalf_of = '' WHERE sequence = 7",
        "UPDATE audit SET action = 'x' WHERE sequence = 7", "UPDATE audit SET after_state = 'x' WHERE sequence = 7",
        "UPDATE audit SET reason = '' WHERE sequence = 7", "UPDATE audit SET subject_id = 'c0' WHERE sequence = 7",
        "UPDATE audit SET at = '2026-01-01T00:00:00.000Z' WHERE sequence = 7",
        "UPDATE audit SET before_state = 'ab', after_state = ' é' WHERE sequence = 7",
        "UPDATE audit SET hash = previous_hash WHERE sequence = 7",
        "UPDATE audit SET previous_hash = hash WHERE sequence = 7",
        "UPDATE audit SET request_id = '' WHERE sequence = 7",
    ]

    @Test(arguments: tampering)
    func `an edit of any field shows where it was made`(edit: SQL) async throws {
        let register = try await log(12)
        try await register.database.write { try $0.execute(edit) }
        #expect(try await register.database.read { try AuditLog.firstBreak(in: $0) } == 7)
    }

    @Test func `the chain is followed in pages, also past its first break`() async throws {
        let register = try await log(12)
        try await register.database.write { try $0.execute("UPDATE audit SET actor = 'x' WHERE sequence = 7") }
        let (checked, pages) = try await register.database.read { transaction throws in
            var (checked, pages) = (AuditLog.Checked(), 1)
            while try AuditLog.follow(&checked, limit: 5, in: transaction) { pages += 1 }
            return (checked, pages)
        }
        #expect(checked.entries == 12 && checked.brokenAt == 7 && pages == 3)
    }

    @Test func `a removed entry shows at the next one`() async throws {
        let register = try await log(12)
        try await register.database.write { try $0.execute("DELETE FROM audit WHERE sequence = 5") }
        #expect(try await register.database.read { try AuditLog.firstBreak(in: $0) } == 6)
    }

    @Test func `entries of writers that come at once form one chain`() async throws {
        let register = try await Register()
        try await withThrowingTaskGroup { group in
            for number in 0..<50 {
                group.addTask { try await register.database.write { try AuditLog.append(entry(number), in: $0) } }
            }
            try await group.waitForAll()
        }
        #expect(try await register.database.read { try AuditLog.firstBreak(in: $0) } == nil)
        let count = try await register.database.read {
            try $0.one("SELECT max(sequence) AS n FROM audit") { try $0["n"] as Int }
        }
        #expect(count == 50)
    }

    @Test func `an entry goes with the change that it tells of`() async throws {
        struct Refused: Error {}
        let register = try await log(2)
        await #expect(throws: Refused.self) {
            try await register.database.write { transaction throws in
                try AuditLog.append(entry(3), in: transaction)
                throw Refused()
            }
        }
        #expect(try await register.database.read { try $0.one("SELECT count(*) AS n FROM audit") { try $0["n"] } } == 2)
    }
}
