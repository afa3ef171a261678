import Academy
import Desk
import Records
import SQL
import Testing

@testable import Web

@Suite struct `A coordinator's course` {
    private static let create = Route.courseAdministration(.create).path

    private func form(_ page: WebClient.Answer, _ site: TestSite) throws -> [String: String] {
        let start = site.office.surroundings.now().day.adding(days: 60)
        return [
            "csrf": try page.field("csrf"), "id": try page.field("id"), "versi": try page.field("versi"),
            "kod": "AKMAL-BAH-007", "tajuk": "Kursus Serba Baharu", "pusat": "Pusat Pengajian", "tempat": "Melaka",
            "kaedah": "in_person", "objektif": "Objektif", "sasaran": "Sasaran", "kuota": "20", "yuran": "30.00",
            "minimum": "80", "status": "open", "senarai-menunggu": "1", "sesi-1-hari": start.iso,
            "sesi-1-mula": "09:00", "sesi-1-tamat": "12:00", "penceramah-1-nama": "PENCERAMAH CONTOH",
        ]
    }

    @Test func `is made from nothing, found in the catalogue, repeated, moved and cancelled`() async throws {
        let site = try await TestSite()
        try await site.addOfficer(1)
        try await site.addAccount("penyelaras@customs.gov.my", [.coordinator], isAppointed: false)
        let client = try await site.signedIn("penyelaras@customs.gov.my")
        #expect(try await client.get("/pentadbir").text.contains("Kursus baharu"))
        var fields = try form(try await client.get(Self.create), site)

        // A page without a script adds a row by sending the form: nothing is lost and nothing is saved.
        let added = try await client.post(Self.create, fields.merging(["tindakan": "tambah-sesi"]) { $1 })
        #expect(added.status == 200)
        #expect(added.text.contains("id=\"sesi-2-hari\"") && added.text.contains("value=\"Kursus Serba Baharu\""))
        let wrong = try await client.post(Self.create, fields.merging(["kod": "?", "kuota": "x"]) { $1 })
        #expect(wrong.status == 422)
        #expect(wrong.text.contains("href=\"#kod\"") && wrong.text.contains("href=\"#kuota\""))
        #expect(wrong.text.contains("value=\"PENCERAMAH CONTOH\""), "what was typed is kept")

        let edit = try await client.post(Self.create, fields).location.orThrow
        #expect(try await client.post(Self.create, fields).location == edit, "a double submit is harmless")
        let page = try await client.get(edit)
        #expect(page.text.contains("Kursus telah disimpan"))
        let officer = try await site.signedIn("p1@customs.gov.my")
        #expect(try await officer.get("/katalog?cari=serba").text.contains("Kursus Serba Baharu"))
        #expect(try await officer.get(String(edit.prefix { $0 != "?" })).status == 404)

        let id = try page.field("id")
        let path = Route.courseAdministration(.edit(course: id)).path
        fields["tempat"] = "Langkawi"
        fields["versi"] = "0"
        let stale = try await client.post(path, fields)
        #expect(stale.status == 409)
        #expect(stale.text.contains("Disimpan sekarang: Melaka"))

        let series = Route.courseAdministration(.duplicate(course: id)).path
        let blank = try await client.get(series)
        let again = [
            "csrf": fields["csrf"] ?? "", "id": try blank.field("id"), "kod": "AKMAL-BAH-008", "mula": "2030-02-04",
        ]
        let repeated = try await client.post(series, again).location.orThrow
        #expect(try await client.get(repeated).text.contains("value=\"2030-02-04\""))

        let move = Route.courseAdministration(.move(course: id)).path
        let sheet = try await client.get(move)
        fields["versi"] = try sheet.field("versi")
        fields["sesi-1-id"] = try sheet.field("sesi-1-id")
        for name in ["tutup", "keputusan", "pengesahan", "beku"] {
            fields[name] = String(
                try sheet.text.firstMatch(of: try Regex("id=\"\(name)\"[^>]* value=\"([0-9-]+)\"")).orThrow
                    .output[1].substring.orThrow)
        }
        let saved = try await client.post(move, fields)
        #expect(saved.status == 303)
        #expect(try await client.get(move).text.contains("value=\"Langkawi\""))

        let cancel = Route.courseAdministration(.cancel(course: id)).path
        let typed = ["csrf": fields["csrf"] ?? "", "kod": "AKMAL-BAH-007", "sebab": "Tidak cukup peserta."]
        #expect(try await client.post(cancel, typed.merging(["kod": "x"]) { $1 }).status == 422)
        #expect(try await client.post(cancel, typed).status == 303)
        #expect(try await client.get(cancel).text.contains("Senarai pulangan"))
        #expect(try await !officer.get("/katalog?cari=serba").text.contains("Kursus Serba Baharu"))
        await site.close()
    }
}
