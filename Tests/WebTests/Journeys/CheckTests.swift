import Academy
import Attestation
import Desk
import FoundationEssentials
import Records
import SQL
import Testing

@testable import Web

@Suite struct `The public check` {
    /// A site with one issued certificate.
    private func issued() async throws -> (TestSite, CertificateRecord) {
        let site = try await TestSite()
        let officer = try await site.addOfficer(1)
        let outcome = try await IssueCertificate(site.office)(
            officer: officer.id, course: site.course.id, by: .system(requestID: "test"))
        guard case .issued(let record) = outcome else { throw Missing(what: "certificate") }
        return (site, record)
    }

    @Test func `answers in any case, with dashes, and for a code that was read wrongly`() async throws {
        let (site, record) = try await issued()
        let client = WebClient(site.website)
        let code = record.code.text
        let misread = String(code.map { $0 == "0" ? "o" : $0 == "1" ? "l" : $0 })
        for path in [
            "/v/\(code)", "/V/\(code)", "/v/\(code.lowercased())", "/v/\(record.code.grouped)", "/v/\(misread)",
        ] {
            let page = try await client.get(path)
            #expect(page.status == 200, "\(path)")
            #expect(page.text.contains("SAH"))
            #expect(page.text.contains(record.serial.text))
            #expect(page.text.contains("sijil.example.my"))
        }
        await site.close()
    }

    @Test(arguments: [
        (CertificateStatus.revoked, "DIBATALKAN", "REVOKED"), (.suspended, "DIGANTUNG", "SUSPENDED"),
        (.superseded, "DIGANTI", "SUPERSEDED"),
    ])
    func `edge 35: says what has become of a certificate, and never 404`(
        status: CertificateStatus, malay: String, english: String
    ) async throws {
        let (site, record) = try await issued()
        try await site.office.database.write { transaction in
            _ = try transaction.execute(
                "UPDATE certificate SET status = \(status.rawValue), status_reason = 'Sebab contoh' WHERE id = \(record.id)"
            )
        }
        let client = WebClient(site.website)
        let page = try await client.get("/v/\(record.code.text)")
        #expect(page.status == 200)
        #expect(page.text.contains(">\(malay)</h1>"))
        #expect(page.text.contains("Sebab contoh"))
        #expect(!page.text.contains(">SAH</h1>"))
        #expect(try await client.get("/v/\(record.code.text)?bahasa=en").text.contains(">\(english)</h1>"))
        let json = try await client.get("/v/\(record.code.text)", ["Accept": "application/json"])
        #expect(json.text.contains("\"verdict\":\"\(status.rawValue)\""))
        await site.close()
    }

    @Test func `edge 42: knows no code that was never given out`() async throws {
        let site = try await TestSite()
        let client = WebClient(site.website)
        for path in ["/v/0000000000000000", "/v/abc", "/v/%E2%82%AC", "/v/..%2F..%2Fetc"] {
            let page = try await client.get(path)
            #expect(page.status == 404, "\(path)")
            #expect(page.text.contains("TIDAK DITEMUI"))
        }
        let json = try await client.get("/v/0000000000000000", ["Accept": "application/json"])
        #expect(json.status == 404)
        #expect(json.text.contains("\"verdict\":\"unknown\""))
        await site.close()
    }

    @Test func `tells a program that has the answer already only whether it still holds`() async throws {
        let (site, record) = try await issued()
        let client = WebClient(site.website)
        let path = "/v/\(record.code.text).json"
        let first = try await client.get(path)
        let tag = try first.header("ETag").orThrow
        #expect(first.header("Cache-Control") == "no-cache")
        let again = try await client.get(path, ["If-None-Match": tag])
        #expect(again.status == 304)
        #expect(again.bytes.isEmpty)
        try await site.office.database.write { transaction in
            _ = try transaction.execute("UPDATE certificate SET status = 'revoked' WHERE id = \(record.id)")
        }
        let changed = try await client.get(path, ["If-None-Match": tag])
        #expect(changed.status == 200)
        #expect(changed.text.contains("\"verdict\":\"revoked\""))
        #expect(changed.header("ETag") != tag)
        #expect(try await client.get("/v/0000000000000000.json").header("ETag") == nil)
        #expect(try await client.get("/v/\(record.code.text)").header("ETag") == nil)
        await site.close()
    }

    @Test func `tells programs the same as people, and nothing personal beyond the certificate's face`() async throws {
        let (site, record) = try await issued()
        let json = try await WebClient(site.website).get("/v/\(record.code.text)", ["Accept": "application/json"])
        #expect(json.header("Content-Type") == "application/json")
        let document = try JSONDecoder().decode(Told.self, from: Data(json.bytes))
        #expect(document.verdict == "valid")
        #expect(document.holder == record.face.holder)
        #expect(document.serial == record.serial.text)
        #expect(document.code == record.code.grouped)
        #expect(document.issued == record.issuedAt)
        #expect(document.course == ["ms": record.face.courseMalay, "en": record.face.courseEnglish])
        #expect(document.dates == ["ms": record.face.datesMalay, "en": record.face.datesEnglish])
        #expect(document.reason == nil && document.at == nil && document.successor == nil)
        let file = try await WebClient(site.website).get("/v/\(record.code.text).json")
        #expect(file.bytes == json.bytes)
        #expect(file.header("Content-Type") == "application/json")
        #expect(!json.text.contains("850101") && !json.text.contains("mykad"))
        await site.close()
    }

    private struct Told: Decodable {
        let verdict: String
        let code: String
        let holder: String
        let serial: String
        let issued: String
        let course: [String: String]
        let dates: [String: String]
        let reason: [String: String]?
        let at: String?
        let successor: String?
    }

    @Test func `takes a typed code, a pasted address, and says what is wrong with anything else`() async throws {
        let site = try await TestSite()
        let client = WebClient(site.website)
        #expect(try await client.get("/semak").status == 200)
        #expect(try await client.get("/semak?kod=7k3q-w9tz-4m2x-8hbc").location == "/v/7K3QW9TZ4M2X8HBC")
        #expect(
            try await client.get("/semak?kod=https%3A%2F%2Fx%2FV%2F7K3QW9TZ4M2X8HBC").location
                == "/v/7K3QW9TZ4M2X8HBC")
        let wrong = try await client.get("/semak?kod=%3Cscript%3E")
        #expect(wrong.status == 422)
        #expect(wrong.text.contains("value=\"&lt;script&gt;\""))
        await site.close()
    }
}
