import Academy
import Desk
import Records
import SQL
import Testing

@Suite struct `A signatory` {
    @Test func `is added by administrators, with name and post, and is audited`() async throws {
        let test = try await TestOffice()
        let add = AddSignatory(test.office)
        await #expect(throws: Refusal.forbidden) {
            try await add(name: "NAMA CONTOH", postMalay: "Pengarah", by: ApplyingOffice.coordinator)
        }
        let wrong = [FieldProblem(field: "name", code: "missing"), FieldProblem(field: "post", code: "missing")]
        await #expect(throws: Refusal.invalid(wrong)) {
            try await add(name: " ", postMalay: "", by: TestOffice.administrator)
        }
        let id = try await add(name: " NAMA  CONTOH ", postMalay: "Pengarah", by: TestOffice.administrator)
        try await test.office.database.read { transaction throws in
            let all = try Signatories.all(limit: 10, in: transaction)
            #expect(all.map(\.name) == ["NAMA CONTOH"])
            #expect(all.map(\.postEnglish) == ["Pengarah"])
            #expect(try AuditLog.entries(about: "signatory", id.text, in: transaction).count == 1)
        }
        await test.close()
    }
}
