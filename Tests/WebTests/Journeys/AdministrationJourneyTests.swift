import Academy
import Desk
import Records
import SQL
import Testing

@testable import Web

@Suite struct `An administrator's journey` {
    @Test func `opens an account, gives it roles and a course, and blocks it, each deed confirmed`() async throws {
        let site = try await TestSite()
        try await site.addAccount("pentadbir@customs.gov.my", [.administrator])
        let client = try await site.signedIn("pentadbir@customs.gov.my")
        let form = try await client.get("/pentadbir/pengguna/baharu")
        let fields = ["csrf": try form.field("csrf"), "emel": "kerani@customs.gov.my", "nama": "KERANI CONTOH"]
        let wrong = try await client.post("/pentadbir/pengguna/baharu", fields)
        #expect(wrong.status == 422 && wrong.text.contains("value=\"KERANI CONTOH\""))
        let added = try await client.post("/pentadbir/pengguna/baharu", fields.merging(["peranan-finance": "1"]) { $1 })
        let path = String(try added.location.orThrow.prefix { $0 != "?" })
        let list = try await client.get("/pentadbir/pengguna?cari=kerani")
        #expect(list.text.contains(path) && !list.text.contains("\">pentadbir@customs.gov.my</a>"))

        let page = try await client.get(path)
        let roles = [
            "csrf": try page.field("csrf"), "sebelum": try page.field("sebelum"), "tindakan": "peranan",
            "peranan-coordinator": "1",
        ]
        let asked = try await client.post(path, roles)
        #expect(asked.status == 200 && asked.text.contains("Peranan baharu berkuat kuasa"))
        #expect(try await client.get(path).text.contains("value=\"finance\""), "nothing has changed yet")
        let confirmed = roles.merging(["sahkan": "ya"]) { $1 }
        for _ in 1...2 { #expect(try await client.post(path, confirmed).location == "\(path)?telah=peranan") }
        let course = ["csrf": roles["csrf"] ?? "", "tindakan": "lantik", "kursus": "tiada", "sahkan": "ya"]
        #expect(try await client.post(path, course).status == 422)
        let appointed = try await client.post(path, course.merging(["kursus": site.course.code.text]) { $1 })
        #expect(appointed.location == "\(path)?telah=lantik")
        #expect(try await client.get(path).text.contains(site.course.code.text))
        let block = ["csrf": roles["csrf"] ?? "", "tindakan": "sekat", "sahkan": "ya"]
        #expect(try await client.post(path, block).location == "\(path)?telah=sekat")
        #expect(try await client.get("\(path)?telah=sekat").text.contains("Akaun telah disekat"))
        let own = try await client.get("/pentadbir/pengguna?cari=pentadbir@")
        let ownPath = String(try own.text.firstMatch(of: /\/pentadbir\/pengguna\/[0-9a-f]{32}/).orThrow.0)
        #expect(try await client.post(ownPath, block).status == 409)
        await site.close()
    }

    @Test func `sees letters, sends them again and copies a link, which the audit tells`() async throws {
        let site = try await TestSite()
        try await site.addAccount("pentadbir@customs.gov.my", [.administrator])
        let now = site.office.surroundings.now()
        let token = String(repeating: "ab", count: 24)
        let letter = OutboxMessage(
            id: try site.office.surroundings.newID(), kind: "support.requested", recipient: "penyelia@customs.gov.my",
            language: .malay,
            values: [
                "name": "PENYELIA", "applicant": "PEMOHON", "course": "Kursus", "dates": "9 Mac", "venue": "Melaka",
                "deadline": "1 Mac", "link": "https://sijil.example.my/sokongan/\(token)",
            ])
        try await site.office.database.write { try Outbox.add(letter, at: now, in: $0) }
        let client = try await site.signedIn("pentadbir@customs.gov.my")
        let path = "/pentadbir/peti-keluar/\(letter.id.text)"
        #expect(try await client.get("/pentadbir/peti-keluar?keadaan=waiting").text.contains(path))
        #expect(try await !client.get("/pentadbir/peti-keluar?keadaan=failed").text.contains(path))
        let page = try await client.get(path)
        #expect(page.text.contains("PEMOHON") && !page.text.contains(token))
        let csrf = try page.field("csrf")
        let shown = try await client.post(path, ["csrf": csrf, "tindakan": "pautan"])
        #expect(shown.status == 200 && shown.text.contains("/sokongan/\(token)"))
        #expect(try await client.post(path, ["csrf": csrf, "tindakan": "hantar"]).location == "\(path)?telah=hantar")
        let audit = try await client.get("/pentadbir/audit?jenis=letter&subjek=\(letter.id.text)")
        #expect(audit.text.contains("letter.link_copied") && audit.text.contains("letter.resent"))
        #expect(!audit.text.contains("account.signed_in"))
        #expect(try await client.get("/pentadbir/audit?semak=1").text.contains("Rantaian cincangan utuh"))
        let table = try await client.get("/pentadbir/audit.csv?perbuatan=letter.resent")
        #expect(table.header("Content-Type") == "text/csv; charset=utf-8")
        #expect(table.bytes.starts(with: [0xEF, 0xBB, 0xBF]) && table.text.contains(letter.id.text))
        await site.close()
    }
}
