import Academy
import Desk
import Testing

@testable import Web

@Suite struct `A profile's journey` {
    private static func multipart(_ fields: [String: String], file: String?) -> String {
        let parts = fields.sorted { $0.key < $1.key }.map {
            "--xx\r\nContent-Disposition: form-data; name=\"\($0.key)\"\r\n\r\n\($0.value)\r\n"
        }
        let proof = file.map {
            "--xx\r\nContent-Disposition: form-data; name=\"fail\"; filename=\"surat.png\"\r\n\r\n\($0)\r\n"
        }
        return parts.joined() + (proof ?? "") + "--xx--\r\n"
    }

    @Test func `goes from the officer to the administrator and back`() async throws {
        let site = try await TestSite()
        try await site.addOfficer(1)
        try await site.addAccount("pentadbir@customs.gov.my", [.administrator])
        let officer = try await site.signedIn("p1@customs.gov.my")
        let page = try await officer.get("/profil")
        #expect(page.text.contains("850101-14-0001"))
        let form = [
            "csrf": try page.field("csrf"), "versi": try page.field("versi"), "bahasa-surat": "en",
            "phone": "012-345", "diet": "Alah kepada udang",
        ]
        let wrong = try await officer.post("/profil", form)
        #expect(wrong.status == 422)
        #expect(wrong.text.contains("Masukkan nombor telefon yang lengkap") && wrong.text.contains("Alah kepada udang"))
        let saved = try await officer.post("/profil", form.merging(["phone": "012-345 6789"]) { $1 })
        #expect(saved.location == "/profil?telah=simpan")
        let after = try await officer.get("/profil?telah=simpan")
        #expect(after.text.contains("Profil anda telah disimpan") && after.text.contains("+60123456789"))
        let stale = try await officer.post("/profil", form.merging(["phone": "", "diet": "Lain"]) { $1 })
        #expect(stale.status == 409 && stale.text.contains("value=\"2\"") == false && stale.text.contains("Lain"))

        let path = "/profil/pembetulan"
        #expect(try await officer.get("\(path)?medan=grade").text.contains("<dd>WK9</dd>"))
        let type = ["Content-Type": "multipart/form-data; boundary=xx"]
        let request = ["csrf": form["csrf"] ?? "", "medan": "grade", "sepatutnya": "WK10", "sebab": "Naik"]
        let short = try await officer.post(path, body: Self.multipart(request, file: nil), type)
        #expect(short.status == 422 && short.text.contains("value=\"WK10\""))
        let whole = request.merging(["sebab": "Surat kenaikan pangkat"]) { $1 }
        for _ in 1...2 {
            let sent = try await officer.post(path, body: Self.multipart(whole, file: nil), type)
            #expect(sent.location == "/profil?telah=mohon")
        }

        let administrator = try await site.signedIn("pentadbir@customs.gov.my")
        let list = try await administrator.get("/pentadbir/pembetulan")
        let link = try list.text.firstMatch(of: /href="(\/pentadbir\/pembetulan\/[0-9a-f]+)"/).orThrow.1
        let one = try await administrator.get(String(link))
        #expect(one.text.contains("Surat kenaikan pangkat") && one.text.contains("WK10"))
        let decision = ["csrf": try one.field("csrf"), "tindakan": "tolak", "sebab": ""]
        #expect(try await administrator.post(String(link), decision).status == 422)
        let accepted = try await administrator.post(String(link), decision.merging(["tindakan": "terima"]) { $1 })
        #expect(accepted.location == "/pentadbir/pembetulan?telah=terima")
        let late = try await administrator.post(
            String(link), decision.merging(["sebab": "Tidak lagi diperlukan"]) { $1 })
        #expect(late.status == 409 && late.text.contains("telah diputuskan"))
        let seen = try await officer.get("/profil")
        #expect(seen.text.contains("Pembetulan diterima") && seen.text.contains("Diterima"))
        #expect(try await officer.get(String(link)).status == 403)
        await site.close()
    }
}
