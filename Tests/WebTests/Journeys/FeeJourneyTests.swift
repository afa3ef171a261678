import Academy
import Desk
import Eligibility
import Testing

@testable import Web

@Suite struct `A receipt's journey` {
    private static let unpaid = CompletionFacts(
        outcome: .completed, attendance: .confirmed, evaluation: .sent, fee: .unpaid)

    private static let pdf = """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj
        trailer<</Root 1 0 R/Size 4>>
        %%EOF

        """

    private static func body(_ fields: [String: String], name: String, file: String) -> String {
        let parts = fields.sorted { $0.key < $1.key }.map {
            "--xx\r\nContent-Disposition: form-data; name=\"\($0.key)\"\r\n\r\n\($0.value)\r\n"
        }
        let head = "--xx\r\nContent-Disposition: form-data; name=\"fail\"; filename=\"\(name)\"\r\n"
        return parts.joined() + head + "Content-Type: application/pdf\r\n\r\n\(file)\r\n--xx--\r\n"
    }

    private static func upload(
        _ client: WebClient, _ path: String, _ csrf: String, name: String = "resit.pdf", file: String = pdf,
        number: String = "iP 2026/7"
    ) async throws -> WebClient.Answer {
        let fields = ["csrf": csrf, "no-resit": number, "tarikh": "2026-05-20", "amaun": "RM30.00"]
        return try await client.post(
            path, body: body(fields, name: name, file: file), ["Content-Type": "multipart/form-data; boundary=xx"])
    }

    @Test func `goes from the officer to the finance unit and back`() async throws {
        let site = try await TestSite()
        try await site.addOfficer(1, Self.unpaid)
        try await site.addAccount("kewangan@customs.gov.my", [.finance])
        let officer = try await site.signedIn("p1@customs.gov.my")
        let list = try await officer.get(Route.fees.path)
        #expect(list.text.contains("Belum Muat Naik"))
        let path = Route.receiptForm(course: site.course.id.text).path
        let form = try await officer.get(path)

        let wrong = try await Self.upload(officer, path, try form.field("csrf"), name: "resit.pdf", file: "<html>")
        #expect(wrong.status == 422)
        #expect(wrong.text.contains("Jenis fail tidak dibenarkan"))
        #expect(wrong.text.contains("value=\"iP 2026/7\""))

        let kept = try await Self.upload(officer, path, try form.field("csrf"), number: "")
        #expect(kept.status == 422)
        #expect(kept.text.contains("name=\"fail-lama\""))

        let check = try await Self.upload(officer, path, try form.field("csrf"))
        #expect(check.status == 200)
        #expect(check.text.contains("Semak sebelum menghantar"))
        let fields = [
            "csrf": try check.field("csrf"), "no-resit": try check.field("no-resit"),
            "tarikh": try check.field("tarikh"), "amaun": try check.field("amaun"),
            "fail-lama": try check.field("fail-lama"),
        ]
        let picture = try await officer.get(Route.uploadPicture(try check.field("fail-lama")).path)
        #expect(picture.header("Content-Type") == "image/png")
        let back = try await officer.post(
            Route.sendReceipt(course: site.course.id.text).path, fields.merging(["tindakan": "ubah"]) { $1 })
        #expect(back.text.contains("value=\"iP 2026/7\""))
        for _ in 1...2 {
            let sent = try await officer.post(
                Route.sendReceipt(course: site.course.id.text).path, fields.merging(["tindakan": "hantar"]) { $1 })
            #expect(sent.location == "/yuran?telah=hantar")
        }
        #expect(try await officer.get("/yuran?telah=hantar").text.contains("Menunggu Semakan"))

        let clerk = try await site.signedIn("kewangan@customs.gov.my")
        let queue = try await clerk.get(Route.finance.path)
        #expect(queue.text.contains("iP 2026/7"))
        let next = try await clerk.get(Route.nextReceipt.path)
        let review = try await clerk.get(try next.location.orThrow)
        #expect(review.text.contains("RM30.00"))
        let decision = ["csrf": try review.field("csrf"), "versi": try review.field("versi"), "tindakan": "tolak"]
        let without = try await clerk.post(try next.location.orThrow, decision)
        #expect(without.status == 422)
        #expect(without.text.contains("Pilih sebab penolakan"))
        let verified = try await clerk.post(
            try next.location.orThrow, decision.merging(["tindakan": "sahkan"]) { $1 })
        #expect(verified.location == "/kewangan/seterusnya?telah=sahkan")
        #expect(try await clerk.get("/kewangan/seterusnya?telah=sahkan").location == "/kewangan?telah=sahkan")
        let late = try await clerk.post(
            try next.location.orThrow, decision.merging(["tindakan": "sahkan"]) { $1 })
        #expect(late.status == 409)
        #expect(late.text.contains("telah diproses oleh kewangan@customs.gov.my"))
        #expect(try await officer.get(Route.ownCertificates.path).text.contains("Sedia dimuat turun"))
        #expect(try await clerk.get(Route.receiptsExport.path).text.contains("iP 2026/7"))
        await site.close()
    }

    @Test func `ends at 5 MB, before and while it is read`() async throws {
        let site = try await TestSite()
        try await site.addOfficer(1, Self.unpaid)
        let officer = try await site.signedIn("p1@customs.gov.my")
        let path = Route.receiptForm(course: site.course.id.text).path
        let csrf = try await officer.get(path).field("csrf")
        let large = String(repeating: "%PDF-", count: OfferedFile.longest / 5 + 1)
        let answer = try await Self.upload(officer, path, csrf, file: large)
        #expect(answer.status == 413)
        #expect(answer.text.contains("melebihi 5 MB"))
        let announced = try await officer.post(
            path, body: "", ["Content-Type": "multipart/form-data; boundary=xx", "Content-Length": "31457280"])
        #expect(announced.status == 413)
        let endless = try await Self.upload(officer, path, csrf, file: large + large)
        #expect(endless.status == 413)
        await site.close()
    }

    /// Every route of the fees, and who may open it.
    @Test func `is open to those whom it concerns and to nobody else`() async throws {
        let site = try await TestSite()
        try await site.addOfficer(1, Self.unpaid)
        let roles: [(String, Role)] = [
            ("kewangan", .finance), ("juruaudit", .auditor), ("penyelaras", .coordinator),
            ("pentadbir", .administrator),
        ]
        for (name, role) in roles { try await site.addAccount("\(name)@customs.gov.my", [role]) }
        let course = site.course.id.text
        let matrix: [(Route, [Int])] = [
            // officer, finance, auditor, coordinator, administrator
            (.fees, [200, 403, 403, 403, 403]), (.receiptForm(course: course), [200, 404, 404, 404, 404]),
            (.receiptForm(course: "x"), [404, 404, 404, 404, 404]), (.finance, [403, 200, 200, 403, 403]),
            (.nextReceipt, [403, 303, 303, 403, 403]), (.receiptsExport, [403, 200, 200, 403, 403]),
            (.exemptions, [403, 200, 403, 403, 200]), (.receipt("x"), [403, 404, 404, 403, 403]),
        ]
        let names = ["p1"] + roles.map(\.0)
        for (index, name) in names.enumerated() {
            let client = try await site.signedIn("\(name)@customs.gov.my")
            for (route, expected) in matrix {
                let status = try await client.get(route.path).status
                #expect(status == expected[index], "\(name) \(route.pattern)")
            }
        }
        let stranger = WebClient(site.website)
        for (route, _) in matrix { #expect(try await stranger.get(route.path).status == 303, "\(route.pattern)") }
        await site.close()
    }
}
