import Academy
import Desk
import Records
import SQL
import Testing

@testable import Web

@Suite struct `The journey of a seat from one officer to another` {
    private typealias Applying = `The journey from the catalogue to a seat`

    private static let pdf = """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj
        trailer<</Root 1 0 R/Size 4>>
        %%EOF

        """

    /// The form of Tidak Hadir as a browser sends it, with the letter where one is chosen.
    private static func send(
        _ client: WebClient, _ path: String, _ fields: [String: String], letter: String?
    ) async throws -> WebClient.Answer {
        let parts = fields.sorted { $0.key < $1.key }.map {
            "--xx\r\nContent-Disposition: form-data; name=\"\($0.key)\"\r\n\r\n\($0.value)\r\n"
        }
        let name = letter == nil ? "" : "surat.pdf"
        let head = "--xx\r\nContent-Disposition: form-data; name=\"surat\"; filename=\"\(name)\"\r\n"
        let body = parts.joined() + head + "Content-Type: application/pdf\r\n\r\n\(letter ?? "")\r\n--xx--\r\n"
        return try await client.post(path, body: body, ["Content-Type": "multipart/form-data; boundary=xx"])
    }

    private static func decideSupport(_ site: TestSite) async throws {
        let link = try await Applying.link(site)
        let telephone = WebClient(site.website)
        let token = try await telephone.get(link).field("csrf")
        #expect(try await telephone.post(link, ["csrf": token, "keputusan": "sokong"]).status == 303)
    }

    /// The first officer's application, approved; gives its address.
    private static func seated(
        _ site: TestSite, _ officer: WebClient, _ staff: WebClient, _ course: Course
    ) async throws -> String {
        let csrf = try await officer.get(Route.offer(course: course.id.text).path).field("csrf")
        let form = try await officer.post(Route.apply(course: course.id.text).path, ["csrf": csrf]).location.orThrow
        let filled = [
            "csrf": csrf, "name": "PENYELIA CONTOH BINTI UMPAMA", "phone": "012-345 6789",
            "email": "penyelia@customs.gov.my", "declaration": "1",
        ]
        _ = try await officer.post(form, filled)
        let id = try form.split(separator: "/").dropFirst().first.map(String.init).orThrow
        _ = try await officer.post(Route.applicationReview(application: id).path, ["csrf": csrf])
        try await decideSupport(site)
        let board = Route.board(course: course.id.text).path
        let secret = try await staff.get(board).field("csrf")
        _ = try await staff.post(board, ["csrf": secret, "tindakan": "lulus", "pilih-\(id)": "1"])
        return id
    }

    @Test func `letter, search, nomination, support and decision, without a script`() async throws {
        let site = try await TestSite()
        let course = try await Applying.open(site)
        try await site.addOfficer(1)
        let replacement = try await site.addOfficer(2)
        try await site.addOfficer(3)
        try await site.addAccount("pentadbir@customs.gov.my", [.administrator])
        let officer = try await site.signedIn("p1@customs.gov.my")
        let staff = try await site.signedIn("pentadbir@customs.gov.my")
        let other = try await site.signedIn("p2@customs.gov.my")
        let stranger = try await site.signedIn("p3@customs.gov.my")
        let id = try await Self.seated(site, officer, staff, course)
        let page = try await officer.get(Route.application(id).path)
        let path = AbsenceRoute.form(application: id).path
        #expect(page.text.contains("href=\"\(path)\""))
        let csrf = try await officer.get(path).field("csrf")
        #expect(try await stranger.get(path).status == 404)
        #expect(try await officer.get(AbsenceRoute.send(application: id).path).status == 405)

        // The search keeps the letter and the words, and judges nothing.
        let search = ["csrf": csrf, "alasan": "Bertugas di mahkamah.", "nama": "pegawai nombor", "tindakan": "cari"]
        let found = try await Self.send(officer, path, search, letter: Self.pdf)
        #expect(found.status == 200)
        #expect(found.text.contains("PEGAWAI NOMBOR 2") && !found.text.contains("PEGAWAI NOMBOR 1 "))
        #expect(found.text.contains("******-**-") && !found.text.contains(replacement.myKad.formatted))
        #expect(found.text.contains(">Bertugas di mahkamah.</textarea>"))
        let kept = try found.field("surat-lama")
        let wrong = try await Self.send(
            officer, path, ["csrf": csrf, "alasan": "sakit", "surat-lama": kept, "tindakan": "seterusnya"], letter: nil)
        #expect(wrong.status == 422)
        #expect(wrong.text.contains("href=\"#alasan\"") && wrong.text.contains("href=\"#pengganti\""))
        #expect(try wrong.field("surat-lama") == kept)
        let chosen = [
            "csrf": csrf, "alasan": "Bertugas di mahkamah.", "surat-lama": kept, "pengganti": replacement.id.text,
        ]
        let check = try await Self.send(
            officer, path, chosen.merging(["tindakan": "seterusnya"]) { $1 }, letter: nil)
        #expect(check.text.contains("Semak permohonan tidak hadir"))
        let send = AbsenceRoute.send(application: id).path
        let back = try await officer.post(send, chosen.merging(["tindakan": "ubah"]) { $1 })
        #expect(back.text.contains("value=\"\(replacement.id.text)\" checked"))
        for _ in 1...2 {
            let sent = try await officer.post(send, chosen.merging(["tindakan": "hantar"]) { $1 })
            #expect(sent.location == "\(Route.application(id).path)?berjaya=dipohon")
        }
        let told = try await officer.get(Route.application(id).path)
        #expect(told.text.contains("Menunggu jawapan pengganti: PEGAWAI NOMBOR 2"))
        #expect(told.text.contains("surat.pdf"))
        #expect(try await officer.get(path).status == 409, "it was asked already")

        // The letter is for its officer and those who decide.
        #expect(try await officer.get(Route.upload(kept).path).status == 200)
        #expect(try await staff.get(Route.upload(kept).path).status == 200)
        #expect(try await other.get(Route.upload(kept).path).status == 404)

        let nomination = try await Self.nomination(site)
        #expect(try await officer.get(nomination).status == 404)
        let asked = try await other.get(nomination)
        #expect(asked.text.contains("mencalonkan anda"))
        let secret = try asked.field("csrf")
        let incomplete = try await other.post(nomination, ["csrf": secret, "jawapan": "terima", "name": "AB"])
        #expect(incomplete.status == 422)
        #expect(incomplete.text.contains("value=\"AB\""))
        let yes = ["csrf": secret, "jawapan": "terima", "sama": "1", "declaration": "1"]
        for _ in 1...2 {
            #expect(try await other.post(nomination, yes).location == "\(nomination)?berjaya=diterima")
        }
        let decisions = AbsenceRoute.releases(course: course.id.text).path
        let early = try await staff.get(decisions)
        #expect(early.text.contains("Penyelia pengganti belum menyokong."))
        try await Self.decideSupport(site)

        #expect(try await officer.get(decisions).status == 404)
        let ready = try await staff.get(decisions)
        let decision = [
            "csrf": try ready.field("csrf"), "permohonan": try ready.field("permohonan"),
            "pengganti": try ready.field("pengganti"),
        ]
        let short = try await staff.post(decisions, decision.merging(["tindakan": "tolak", "sebab": "tidak"]) { $1 })
        #expect(short.status == 422)
        #expect(short.text.contains(">tidak</textarea>"))
        for _ in 1...2 {
            let moved = try await staff.post(decisions, decision.merging(["tindakan": "terima"]) { $1 })
            #expect(moved.location == "\(decisions)?berjaya=diputuskan")
        }
        #expect(try await staff.get(decisions).text.contains("Pengganti diterima"))
        #expect(try await officer.get(Route.application(id).path).text.contains("Digantikan"))
        #expect(try await other.get(nomination).text.contains("kini milik anda"))
        #expect(try await staff.get(Route.board(course: course.id.text).path).text.contains("1 daripada 1 tempat"))
        await site.close()
    }

    private static func nomination(_ site: TestSite) async throws -> String {
        try await site.office.database.read { transaction in
            let mail = try Outbox.page(before: nil, limit: 50, in: transaction)
                .first { $0.message.kind == "replacement.proposed" }
            return String(try mail.orThrow.message.values["link"].orThrow.trimmingPrefix(site.office.settings.site))
        }
    }
}
