import Academy
import Eligibility
import Testing

@testable import Web

@Suite struct `An officer's journey` {
    @Test func `signs in, downloads an earned certificate and opens its check page`() async throws {
        let site = try await TestSite()
        try await site.addOfficer(1)
        let client = try await site.signedIn("p1@customs.gov.my")

        let list = try await client.get("/sijil")
        #expect(list.status == 200)
        let action = site.issuePath
        #expect(list.text.contains("action=\"\(action)\""))

        let issued = try await client.post(action, ["csrf": try list.field("csrf")])
        #expect(issued.status == 303)
        let path = try issued.location.orThrow
        let file = try await client.get(path)
        #expect(file.status == 200)
        #expect(file.header("Content-Type") == "application/pdf")
        #expect(file.text.hasPrefix("%PDF-"))
        #expect(file.header("Content-Disposition")?.hasPrefix("attachment; filename=\"sijil-AKMAL-") == true)

        let again = try await client.post(action, ["csrf": try list.field("csrf")])
        #expect(again.location == path)
        #expect(try await client.get(path).bytes == file.bytes)

        let after = try await client.get("/sijil")
        let check = try after.text.firstMatch(of: /href="(\/v\/[0-9A-Z]{16})"/).orThrow.1
        let page = try await WebClient(site.website).get(String(check))
        #expect(page.status == 200)
        #expect(page.text.contains("SAH"))
        #expect(page.text.contains("PEGAWAI NOMBOR 1 BIN CONTOH"))
        #expect(!page.text.contains("850101"))
        await site.close()
    }

    @Test func `is told what is missing, and cannot have the certificate by asking for it outright`() async throws {
        let site = try await TestSite()
        try await site.addOfficer(
            2,
            CompletionFacts(
                outcome: .completed, attendance: .confirmed, evaluation: .draft, fee: .awaitingReview))
        let client = try await site.signedIn("p2@customs.gov.my")
        let list = try await client.get("/sijil")
        let action = site.issuePath
        #expect(!list.text.contains(action))
        #expect(!list.text.contains("/muat-turun"))
        #expect(list.text.contains("Borang Penilaian Reaksi anda masih draf."))
        #expect(list.text.contains("Menunggu Unit Kewangan"))

        let forced = try await client.post(action, ["csrf": try list.field("csrf")])
        #expect(forced.status == 409)
        await site.close()
    }

    @Test func `cannot have somebody else's file`() async throws {
        let site = try await TestSite()
        try await site.addOfficer(1)
        try await site.addOfficer(2)
        let owner = try await site.signedIn("p1@customs.gov.my")
        let list = try await owner.get("/sijil")
        let issued = try await owner.post(
            site.issuePath, ["csrf": try list.field("csrf")])
        let path = try issued.location.orThrow

        #expect(try await site.signedIn("p2@customs.gov.my").get(path).status == 404)
        #expect(try await WebClient(site.website).get(path).location == "/masuk?kembali=" + PercentCoding.encode(path))
        await site.close()
    }

    @Test func `signs out, and the session's cookie is worth nothing afterwards`() async throws {
        let site = try await TestSite()
        try await site.addOfficer(1)
        let client = try await site.signedIn("p1@customs.gov.my")
        let token = try client.cookie("akmal_session").orThrow
        let list = try await client.get("/sijil")
        #expect(try await client.post("/keluar", ["csrf": "wrong"]).status == 403)
        #expect(try await client.post("/keluar", ["csrf": try list.field("csrf")]).location == "/?berjaya=keluar")
        #expect(client.cookie("akmal_session") == nil)
        let thief = WebClient(site.website)
        #expect(try await thief.get("/sijil", ["Cookie": "akmal_session=\(token)"]).status == 303)
        await site.close()
    }
}
