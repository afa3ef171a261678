import Academy
import Attestation
import Records
import SQL
import Testing

@testable import Desk

@Suite struct `A signatory` {
    @Test func `is added by administrators, with name and post, and is audited`() async throws {
        let test = try await TestOffice()
        let add = AddSignatory(test.office)
        await #expect(throws: Refusal.forbidden) {
            try await add(.init(name: "NAMA CONTOH", postMalay: "Pengarah"), by: ApplyingOffice.coordinator)
        }
        let wrong = [FieldProblem(field: "nama", code: "missing"), FieldProblem(field: "jawatan", code: "missing")]
        await #expect(throws: Refusal.invalid(wrong)) {
            try await add(.init(name: " ", postMalay: ""), by: TestOffice.administrator)
        }
        let id = try await add(.init(name: " NAMA  CONTOH ", postMalay: "Pengarah"), by: TestOffice.administrator)
        try await test.office.database.read { transaction throws in
            let all = try Signatories.all(limit: 10, in: transaction)
            #expect(all.map(\.name) == ["NAMA CONTOH"])
            #expect(all.map(\.postEnglish) == ["Pengarah"])
            #expect(try AuditLog.entries(about: "signatory", id.text, in: transaction).count == 1)
        }
        await test.close()
    }

    @Test func `shares a post with nobody on the same day, and a term is moved or ended`() async throws {
        let test = try await TestOffice()
        let add = AddSignatory(test.office)
        let set = SetTermOfOffice(test.office)
        let admin = TestOffice.administrator
        let first = try await add(.init(name: "LAMA", postMalay: "Pengarah"), by: admin)
        let next = AddSignatory.Form(name: "BAHARU", postMalay: "PENGARAH", from: "1/6/2026")
        let taken = [FieldProblem(field: "dari", code: "term_overlaps")]
        await #expect(throws: Refusal.invalid(taken)) { try await add(next, by: admin) }
        for _ in 1...2 { try await set(first, from: "", until: "2026-05-31", by: admin) }
        let second = try await add(next, by: admin)
        try await add(.init(name: "TIMBALAN", postMalay: "Timbalan Pengarah"), by: admin)
        await #expect(throws: Refusal.invalid(taken)) { try await set(first, from: "", until: "2026-06-01", by: admin) }
        let wrong = [FieldProblem(field: "dari", code: "term_day_wrong")]
        await #expect(throws: Refusal.invalid(wrong)) { try await set(second, from: "x", until: "", by: admin) }
        let order = [FieldProblem(field: "hingga", code: "term_order")]
        await #expect(throws: Refusal.invalid(order)) {
            try await set(second, from: "2026-06-02", until: "2026-06-01", by: admin)
        }
        await #expect(throws: Refusal.notFound) { try await set(.init("x"), from: "", until: "", by: admin) }
        await #expect(throws: Refusal.forbidden) {
            try await set(first, from: "", until: "", by: ApplyingOffice.coordinator)
        }
        let entries = try await test.office.database.read {
            try AuditLog.entries(about: "signatory", first.text, in: $0)
        }
        #expect(entries.map(\.action) == ["signatory.added", "signatory.term_set"])
        #expect(try await ListSignatories(test.office)(by: admin).map(\.name) == ["BAHARU", "LAMA", "TIMBALAN"])
        await test.close()
    }

    @Test func `edge 44: is whoever held the post when the course ended, also where another was chosen`() async throws {
        let test = try await TestOffice()
        let admin = TestOffice.administrator
        let course = try await test.course()
        let chosen = try await test.office.database.read { try Signatories.of(course.id, in: $0) }
        let old = try #require(chosen.first)
        let set = SetTermOfOffice(test.office)
        try await set(old.id, from: "", until: "2026-05-20", by: admin)
        let officer = try await test.officer(1, on: course, .earned)
        let alone = try await signed(test, course)
        #expect(alone == [old.name], "nobody else holds the post")
        try await AddSignatory(test.office)(
            .init(name: "PENGGANTI CONTOH", postMalay: old.postMalay, from: "2026-05-21"), by: admin)
        #expect(try await signed(test, course) == ["PENGGANTI CONTOH"])
        guard case .issued(let record) = try await test.issue(officer, course, by: admin) else {
            Issue.record("not issued")
            return
        }
        #expect(record.face.signatories.map(\.name) == ["PENGGANTI CONTOH"])
        await test.close()
    }

    private func signed(_ test: TestOffice, _ course: Course) async throws -> [String] {
        try await test.office.database.read { try SignatoryInOffice.of(course, in: $0).map(\.name) }
    }
}
