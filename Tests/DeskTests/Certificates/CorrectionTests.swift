import Academy
import Attestation
import Records
import SQL
import Testing

@testable import Desk

@Suite struct `A corrected certificate` {
    @Test func `edge 35: takes the place of the old one, under its number, and each names the other`() async throws {
        let desk = try await RegisterOffice()
        let correct = CorrectCertificate(desk.office)
        let form = try await desk.form()
        let preview = try await correct.preview(desk.id, form, by: RegisterOffice.chief)
        #expect(preview.differences.map(\.field) == ["holder"])
        #expect(preview.serial.text == "\(desk.record.serial.text)-2")
        #expect(try await desk.checked()?.status == .valid)
        let successor = try await correct(desk.id, form, by: RegisterOffice.chief)
        #expect(try await correct(desk.id, form, by: RegisterOffice.chief) == successor)

        let old = try #require(try await desk.checked())
        #expect(old.status == .superseded)
        #expect(old.holder == "NUR AISAH BINTI AHMAD")
        #expect(old.reason(in: .malay) == "Nama pada sijil ini dibetulkan.")
        let code = try #require(old.successor)
        let new = try #require(try await desk.checked(code))
        #expect(new.status == .valid)
        #expect(new.holder == "NUR AISYAH BINTI AHMAD")
        #expect(new.serial == desk.record.serial.next)
        #expect(new.serial.version == 2)
        #expect(try await desk.dossier().successor?.id == successor)
        #expect(try await desk.dossier(of: successor).predecessor?.id == desk.id)
        #expect(try await desk.actions().last == "certificate.superseded")
        #expect(try await desk.actions(of: successor) == ["certificate.issued", "certificate.released"])
        #expect(try await desk.letters("certificate.ready") == 2)
        #expect(try await desk.test.issue(desk.holder, desk.course, by: RegisterOffice.chief).record?.id == successor)
        let rows = try await desk.office.database.read { transaction in
            try transaction.one("SELECT count(*) AS n FROM certificate") { row -> Int in try row["n"] }
        }
        #expect(rows == 2)
        #expect(desk.test.documents == 2)
        await desk.test.close()
    }

    @Test func `edge 36: follows the directory's new name, and the old record stays as it was frozen`() async throws {
        let desk = try await RegisterOffice()
        try await desk.office.database.write { transaction in
            _ = try transaction.execute("UPDATE officer SET name = 'NUR AISYAH BINTI AHMAD'")
        }
        let before = try await desk.office.database.read { try Certificates.find(desk.id, in: $0) }
        var form = try await CorrectCertificate(desk.office).open(desk.id, by: RegisterOffice.chief).form
        #expect(form.holder == "NUR AISYAH BINTI AHMAD")
        form.remark = RegisterOffice.remark
        let successor = try await CorrectCertificate(desk.office)(desk.id, form, by: RegisterOffice.chief)
        let after = try await desk.office.database.read { try Certificates.find(desk.id, in: $0) }
        #expect(after?.record == before?.record)
        #expect(after?.document == before?.document)
        #expect(try await desk.dossier(of: successor).face.holder == "NUR AISYAH BINTI AHMAD")
        await desk.test.close()
    }

    @Test func `has the dates and titles that were given, in both languages, and is corrected again`() async throws {
        let desk = try await RegisterOffice()
        let correct = CorrectCertificate(desk.office)
        var form = try await desk.form("NUR AISAH BINTI AHMAD")
        form.courseEnglish = "A Better Title"
        form.days = "2026-05-20, 2026-05-18 2026-05-19"
        let second = try await correct(desk.id, form, by: RegisterOffice.chief)
        let face = try await desk.dossier(of: second).face
        #expect(face.datesMalay == "18 – 20 Mei 2026")
        #expect(face.courseEnglish == "A Better Title")
        #expect(
            try await desk.checked()?.reason(in: .english)
                == "The course title on this certificate was corrected. The course dates on this certificate were corrected."
        )
        form.courseEnglish = "The Best Title"
        let third = try await correct(second, form, by: RegisterOffice.chief)
        #expect(try await desk.dossier(of: third).line.serial.version == 3)
        #expect(try await desk.dossier(of: third).predecessor?.id == second)
        let found = try await ReadRegister(desk.office)(
            search: desk.record.serial.text, limit: 9, by: RegisterOffice.auditor)
        #expect(found.map(\.serial.version) == [3, 2, 1])
        await desk.test.close()
    }

    @Test func `is refused with everything that is wrong, or when nothing differs`() async throws {
        let desk = try await RegisterOffice()
        let correct = CorrectCertificate(desk.office)
        var form = try await desk.form("NUR AISAH BINTI AHMAD")
        await #expect(throws: Refusal.invalid([FieldProblem(field: "nama", code: "nothing_corrected")])) {
            try await correct(desk.id, form, by: RegisterOffice.chief)
        }
        form = FaceCorrection.Form(
            holder: " ", courseMalay: "", courseEnglish: "\u{202E}x", days: "31 Mac", remark: "x")
        await #expect(
            throws: Refusal.invalid([
                FieldProblem(field: "nama", code: "name_wrong"), FieldProblem(field: "tajuk", code: "title_wrong"),
                FieldProblem(field: "tajuk-en", code: "title_wrong"),
                FieldProblem(field: "tarikh", code: "days_wrong"),
                FieldProblem(field: "ulasan", code: "reason_too_short"),
            ])
        ) { try await correct(desk.id, form, by: RegisterOffice.chief) }
        form = try await desk.form("NUR \u{16A0}")
        await #expect(throws: Refusal.invalid([FieldProblem(field: "nama", code: "unprintable")])) {
            try await correct(desk.id, form, by: RegisterOffice.chief)
        }
        #expect(try await desk.checked()?.status == .valid)
        await desk.test.close()
    }

    @Test func `waits for the decision about a proposal to revoke`() async throws {
        let desk = try await RegisterOffice()
        let form = try await desk.form()
        try await desk.propose()
        await #expect(throws: Refusal.conflict(.revocationProposed)) {
            try await CorrectCertificate(desk.office)(desk.id, form, by: RegisterOffice.second)
        }
        await desk.test.close()
    }

    @Test func `is one, however many ask at once`() async throws {
        let desk = try await RegisterOffice()
        let form = try await desk.form()
        let made = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    try? await CorrectCertificate(desk.office)(desk.id, form, by: RegisterOffice.chief)
                }
            }
            return await group.reduce(into: Set<String>()) { ids, id in
                if let id { ids.insert(id) }
            }
        }
        #expect(made.count == 1)
        #expect(desk.test.documents == 2)
        await desk.test.close()
    }
}

@Suite struct `The register of certificates` {
    @Test func `is searched by serial, code, address, course and name, page by page`() async throws {
        let desk = try await RegisterOffice()
        var ids = [desk.id]
        for number in 2...5 {
            desk.test.clock.advance(seconds: 1)
            let officer = try await desk.test.officer(number, on: desk.course)
            ids.append(
                try #require(try await desk.test.issue(officer, desk.course, by: RegisterOffice.chief).record).id)
        }
        let read = ReadRegister(desk.office)
        func found(_ search: String, before id: String? = nil, limit: Int = 9) async throws -> [String] {
            try await read(search: search, before: id, limit: limit, by: RegisterOffice.auditor).map(\.id)
        }
        #expect(try await found("", limit: 2) == Array(ids.reversed().prefix(2)))
        #expect(try await found("", before: ids[3], limit: 2) == [ids[2], ids[1]])
        #expect(try await found(desk.record.serial.text.lowercased()) == [desk.id])
        #expect(try await found(desk.record.code.grouped) == [desk.id])
        #expect(try await found("https://sijil.example.my/v/\(desk.record.code.text)") == [desk.id])
        #expect(try await found("akmal-uji-001").count == 5)
        #expect(try await found("akmal-uji-001", before: ids[1]) == [desk.id])
        #expect(try await found("aisah nur") == [desk.id])
        #expect(try await found("pegawai nombor", limit: 3) == [ids[4], ids[3], ids[2]])
        #expect(try await found("tiada orang ini") == [])
        await desk.test.close()
    }
}
