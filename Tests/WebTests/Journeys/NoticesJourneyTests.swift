import Academy
import Desk
import Records
import SQL
import Testing

@testable import Web

@Suite struct `A notice's journey` {
    @Test func `is counted on every page, opened where it leads, and marked as read`() async throws {
        let site = try await TestSite()
        try await site.addOfficer(1)
        let now = site.office.surroundings.now()
        for number in 1...2 {
            let letter = OutboxMessage(
                id: try site.office.surroundings.newID(), kind: "certificate.ready", recipient: "p1@customs.gov.my",
                language: .malay,
                values: ["serial": "S\(number)", "course": "K", "link": "https://sijil.example.my/sijil"])
            try await site.office.database.write { try Outbox.add(letter, at: now, in: $0) }
        }
        let client = try await site.signedIn("p1@customs.gov.my")
        #expect(try await client.get("/dashboard").text.contains("</span>2</span></a>"))
        let list = try await client.get("/notifikasi")
        #expect(list.text.contains("Sijil S2 bagi K sedia dimuat turun."))
        let path = String(try list.text.firstMatch(of: /\/notifikasi\/[0-9a-f]{32}/).orThrow.0)
        let csrf = try list.field("csrf")
        #expect(try await client.get(path).status == 405, "looking changes nothing")
        #expect(try await client.post(path, ["csrf": csrf]).location == "/sijil")
        #expect(try await client.get("/notifikasi").text.contains("Belum dibaca: 1"))
        #expect(try await client.post("/notifikasi", ["csrf": csrf]).location == "/notifikasi")
        #expect(try await client.get("/notifikasi").text.contains("Belum dibaca: 0"))
        await site.close()
    }
}
