import Academy
import Attestation
import Eligibility
import Testing

@testable import Typesetting

@Suite struct GateTests {
    private func entitlement(officer: String, course: String) throws -> Entitlement {
        let facts = CompletionFacts(outcome: .completed, attendance: .confirmed, evaluation: .sent, fee: .verified)
        let candidacy = Candidacy(officer: Identifier(officer), course: Identifier(course), facts: facts)
        guard case .entitled(let entitlement) = Verdict(on: candidacy) else {
            throw LayoutError.notEntitled(record: "fixture")
        }
        return entitlement
    }

    private func record(of template: TemplateReference) throws -> CertificateRecord {
        let face = CertificateFace(
            holder: "ALI BIN ABU", maskedMyKad: "", courseCode: "KPI-204", courseMalay: "Kursus", courseEnglish: "",
            datesMalay: "9 Mac 2026", datesEnglish: "9 March 2026", days: 1, hours: "6", venue: "Melaka",
            organiserMalay: "Akademi", organiserEnglish: "Academy", issuedMalay: "9 Mac 2026",
            issuedEnglish: "9 March 2026", serial: "AKMAL/2026/000001", code: "7K3Q-W9TZ-4M2X-8HBC",
            host: "akmal.example.my",
            signatories: [
                CertificateFace.Signatory(name: "TAN SOO LING", postMalay: "Pengarah", postEnglish: "Director")
            ])
        let code = try #require(PublicCode(parsing: face.code))
        return CertificateRecord(
            id: "c1", serial: Serial(year: 2026, number: 1), code: code, officer: "o1", course: "k1",
            kind: "small", issuedAt: "2026-03-09T01:02:03.004Z", face: face, evidence: [], template: template, fonts: []
        )
    }

    @Test func `an official page is made of the record's own officer and course`() throws {
        let template = try TemplateFolder(smallTemplate).read()
        let record = try record(of: template.reference)
        let page = try CertificatePage(
            entitlement(officer: "o1", course: "k1"), record, claims: nil, template: template, with: Ruler()
        ).page
        #expect(page.information.created == record.issuedAt)
        #expect(page.information.title.contains("ALI BIN ABU"))
        let hasMark = page.items.contains { if case .watermark = $0 { true } else { false } }
        #expect(!hasMark)
    }

    @Test(arguments: [("o2", "k1"), ("o1", "k2"), ("k1", "o1")])
    func `another's entitlement opens nothing`(officer: String, course: String) throws {
        let template = try TemplateFolder(smallTemplate).read()
        let record = try record(of: template.reference)
        #expect(throws: LayoutError.notEntitled(record: "c1")) {
            try CertificatePage(
                entitlement(officer: officer, course: course), record, claims: nil, template: template, with: Ruler())
        }
    }

    @Test func `another certificate's claims are not printed`() throws {
        let template = try TemplateFolder(smallTemplate).read()
        let record = try record(of: template.reference)
        let claims = try #require(CertificateClaims(record))
        let strange = CertificateClaims(
            issuedAt: claims.issuedAt, code: claims.code, serial: claims.serial, holder: "ALI BIN BAKAR",
            course: claims.course, dates: claims.dates)
        func page(_ claims: CertificateClaims) throws -> CertificatePage {
            try CertificatePage(
                entitlement(officer: "o1", course: "k1"), record, claims: .placeholder(for: claims),
                template: template, with: Ruler())
        }
        #expect(throws: LayoutError.strangeClaims(record: "c1")) { try page(strange) }
        #expect(throws: Never.self) { try page(claims) }
    }

    @Test func `a record of another template content is refused`() throws {
        let template = try TemplateFolder(smallTemplate).read()
        let record = try record(of: TemplateReference(id: template.id, version: 1, sha256: "00"))
        #expect(throws: LayoutError.self) {
            try CertificatePage(
                entitlement(officer: "o1", course: "k1"), record, claims: nil, template: template, with: Ruler())
        }
    }
}
