import Academy
import Desk
import Records
import SQL
import Testing

@Suite struct `The staff directory` {
    @Test func `adds people once, updates them and tells what became of each row`() async throws {
        let test = try await TestOffice()
        let first = try await test.importStaff(TestOffice.row(1), TestOffice.row(2))
        #expect(first.rows.map(\.outcome) == [.added, .added])
        let id = try await test.officerRow(1)?.id
        test.clock.advance(seconds: 60)
        let second = try await test.importStaff(TestOffice.row(1, grade: "WK10"), TestOffice.row(2))
        #expect(second.rows.map(\.outcome) == [.updated, .unchanged])
        let officer = try await test.officerRow(1)
        #expect(officer?.id == id)
        #expect(officer?.grade == "WK10")
        await test.close()
    }

    @Test func `takes who is missing from a whole file to have left, and not from a partial one`() async throws {
        let test = try await TestOffice()
        try await test.importStaff(TestOffice.row(1), TestOffice.row(2))
        test.clock.advance(seconds: 60)
        try await test.importStaff(TestOffice.row(1), scope: .init(isWhole: false))
        #expect(try await test.officerRow(2)?.isActive == true)
        let report = try await test.importStaff(TestOffice.row(1))
        #expect(report.rows.map(\.outcome) == [.unchanged, .left])
        #expect(try await test.officerRow(2)?.isActive == false)
        await test.close()
    }

    @Test func `refuses a file that was cut off, and stores nothing of it`() async throws {
        let test = try await TestOffice()
        let rows = (1...40).map { TestOffice.row($0) }
        try await test.importStaff(rows.joined())
        test.clock.advance(seconds: 60)
        let refused = await #expect(throws: ImportStaff.TooManyLeavers.self) {
            try await test.importStaff(TestOffice.row(1, grade: "WK12"))
        }
        #expect(refused?.leavers == 39)
        #expect(try await test.officerRow(40)?.isActive == true)
        #expect(try await test.officerRow(1)?.grade == "WK9")
        let accepted = try await test.importStaff(TestOffice.row(1), scope: .init(acceptsManyLeavers: true))
        #expect(accepted.count { $0 == .left } == 39)
        await test.close()
    }

    @Test func `tells rows that it cannot use, goes on, and does not take their people for leavers`() async throws {
        let test = try await TestOffice()
        try await test.importStaff(TestOffice.row(1), TestOffice.row(2))
        test.clock.advance(seconds: 60)
        let report = try await test.importStaff(
            TestOffice.row(1, status: "ENTAH"), "12,,,,,,,,,,,,\n", TestOffice.row(3, email: "p2@customs.gov.my"),
            TestOffice.row(2))
        #expect(report.rejected.map(\.line) == [2, 3, 4])
        #expect(report.rejected.first?.outcome.description.contains("ezhr.csv:2: status: “ENTAH” is not") == true)
        #expect(report.count { $0 == .left } == 0)
        #expect(try await test.officerRow(1)?.isActive == true)
        await test.close()
    }

    @Test func `edge 37: who has left loses the log-in and the sessions, and keeps what was earned`() async throws {
        let test = try await TestOffice()
        let (token, _) = try await test.settled(1, password: "Kata-Laluan-Baharu-1")
        test.clock.advance(seconds: 60)
        #expect(try await RecogniseVisitor(test.office)(token: token, requestID: "r") != nil)
        let report = try await test.importStaff(TestOffice.row(1, status: "BERSARA"))
        #expect(report.rows.map(\.outcome) == [.deactivated])
        #expect(try await RecogniseVisitor(test.office)(token: token, requestID: "r") == nil)
        await #expect(throws: Refusal.wrongCredentials) { try await test.signIn(1, "Kata-Laluan-Baharu-1") }
        #expect(try await test.officerRow(1) != nil)
        await test.close()
    }

    @Test func `edge 38: of two rows with one number the active one counts, and who returns is the same officer`()
        async throws
    {
        let test = try await TestOffice()
        let report = try await test.importStaff(
            TestOffice.row(1, status: "TIDAK AKTIF"), TestOffice.row(1, grade: "WK11"),
            TestOffice.row(1, status: "BERSARA"))
        #expect(report.rows.map(\.outcome) == [.superseded(byLine: 3), .added, .superseded(byLine: 3)])
        let officer = try await test.officerRow(1)
        #expect(officer?.grade == "WK11")
        test.clock.advance(seconds: 60)
        try await test.importStaff(TestOffice.row(1, status: "BERSARA"))
        test.clock.advance(seconds: 60)
        try await test.importStaff(TestOffice.row(1))
        let returned = try await test.officerRow(1)
        #expect(returned?.id == officer?.id)
        #expect(returned?.isActive == true)
        await test.close()
    }

    @Test func `is filled by administrators only`() async throws {
        let test = try await TestOffice()
        let file = try StaffFile(
            bytes: Array(TestOffice.header.utf8), file: "ezhr.csv", emailDomains: ["customs.gov.my"])
        let caller = Caller(account: "k", officer: nil, roles: [.coordinator], displayName: "K", requestID: "r")
        await #expect(throws: Refusal.forbidden) { try await ImportStaff(test.office)(file, by: caller) }
        await test.close()
    }
}
