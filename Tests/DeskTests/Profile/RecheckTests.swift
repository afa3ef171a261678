import Academy
import Desk
import Records
import SQL
import Testing

/// What the next export of ezHR makes of a correction.
@Suite struct `An accepted correction` {
    private func accepted(
        _ test: TestOffice, _ field: String, _ wanted: String
    ) async throws -> (Officer, CorrectionRecord.ID) {
        let officer = try await test.person(1)
        let id = try await test.correction(of: officer, field, wanted)
        try await DecideCorrection(test.office)(id, .accept, by: TestOffice.administrator)
        test.clock.advance(seconds: 60)
        return (officer, id)
    }

    private func state(_ test: TestOffice, _ id: CorrectionRecord.ID) async throws -> CorrectionRecord.State? {
        try await test.office.database.read { try Corrections.find(id, in: $0)?.state }
    }

    @Test func `stands while ezHR says the old, and is done with when ezHR says the same`() async throws {
        let test = try await TestOffice()
        let (_, id) = try await accepted(test, "grade", "WK10")
        try await test.importStaff(TestOffice.row(1, grade: "WK9"))
        #expect(try await test.officerRow(1)?.grade == "WK10")
        #expect(try await state(test, id) == .accepted)
        test.clock.advance(seconds: 60)
        try await test.importStaff(TestOffice.row(1, grade: "WK10"))
        #expect(try await state(test, id) == .confirmed)
        test.clock.advance(seconds: 60)
        try await test.importStaff(TestOffice.row(1, grade: "WK9"))
        #expect(try await test.officerRow(1)?.grade == "WK9", "ezHR is the source again")
        await test.close()
    }

    @Test func `gives way where ezHR says a third thing`() async throws {
        let test = try await TestOffice()
        let (officer, id) = try await accepted(test, "grade", "WK10")
        try await test.importStaff(TestOffice.row(1, grade: "WK11"))
        #expect(try await test.officerRow(1)?.grade == "WK11")
        #expect(try await state(test, id) == .overtaken)
        let history = try await ReadProfile(test.office)(by: TestOffice.caller(officer)).person?.history
        #expect(history?.map(\.after) == ["WK11", "WK10"])
        #expect(history?.map(\.source) == ["directory", "correction"])
        await test.close()
    }

    @Test func `edge 36: a corrected MyKad number is the same officer's, before and after ezHR knows it`()
        async throws
    {
        let test = try await TestOffice()
        let new = TestOffice.myKad(901)
        let (officer, id) = try await accepted(test, "mykad", new)
        let report = try await test.importStaff(TestOffice.row(1))
        #expect(report.rejected.isEmpty && report.count { $0 == .left } == 0)
        #expect(try await test.officerRow(901)?.id == officer.id)
        #expect(try await test.officerRow(1) == nil)
        #expect(try await state(test, id) == .accepted)
        test.clock.advance(seconds: 60)
        let row = TestOffice.row(901, name: officer.name.text, email: officer.email.text)
        let later = try await test.importStaff(row)
        #expect(later.rows.map(\.outcome) == [.unchanged])
        #expect(try await state(test, id) == .confirmed)
        #expect(try await test.officerRow(901)?.id == officer.id)
        await test.close()
    }

    @Test func `edge 36: a MyKad number that ezHR itself has changed leads to the same officer, with its history`()
        async throws
    {
        let test = try await TestOffice()
        let officer = try await test.person(1)
        test.clock.advance(seconds: 60)
        let report = try await test.importStaff(
            TestOffice.row(902, name: officer.name.text, email: officer.email.text))
        #expect(report.rows.map(\.outcome) == [.updated])
        #expect(try await test.officerRow(902)?.id == officer.id)
        let history = try await ReadProfile(test.office)(by: TestOffice.caller(officer)).person?.history
        #expect(history?.map(\.field) == ["mykad"])
        #expect(history?.first?.before == TestOffice.myKad(1))
        let audit = try await test.audit("officer", officer.id.text)
        #expect(audit.map(\.action) == ["officer.renumbered"])
        #expect(audit.first?.before == "******-**-0001")
        await test.close()
    }

    @Test func `edge 36: an address that another person has been given leads to nobody else`() async throws {
        let test = try await TestOffice()
        let officer = try await test.person(1)
        test.clock.advance(seconds: 60)
        let stranger = TestOffice.row(903, name: "ORANG LAIN", email: officer.email.text)
            .replacing("85010114", with: "900202-14-")
        let report = try await test.importStaff(stranger, scope: .init(isWhole: false))
        #expect(report.rejected.count == 1)
        #expect(try await test.officerRow(1)?.id == officer.id)
        await test.close()
    }
}
