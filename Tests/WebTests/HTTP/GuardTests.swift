import HTTPTypes
import Testing

@testable import Web

/// What keeps others out.
@Suite struct `The guards` {
    @Test func `refuse a form that another site sends`() async throws {
        let site = try await TestSite()
        try await site.addOfficer(1)
        let client = try await site.signedIn("p1@customs.gov.my")
        let form = ["csrf": try await client.get("/sijil").field("csrf")]
        for headers in [
            ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Origin": "https://evil.example"],
            ["Origin": "null"], ["Origin": "http://localhost:8080.evil.example"],
        ] {
            #expect(try await client.post(site.issuePath, form, headers).status == 403, "\(headers)")
        }
        #expect(try await client.post(site.issuePath, ["csrf": "x"]).status == 403)
        #expect(try await client.post(site.issuePath, [:]).status == 403)
        for headers in [["Sec-Fetch-Site": "same-origin"], ["Origin": "http://localhost:8080"], [:]] {
            #expect(try await client.post(site.issuePath, form, headers).status == 303, "\(headers)")
        }
        await site.close()
    }

    @Test func `send strangers to sign in and then back to where they were going`() async throws {
        let site = try await TestSite()
        try await site.addOfficer(1)
        let client = WebClient(site.website)
        let away = try await client.get("/sijil")
        #expect(away.status == 303)
        let page = try await client.get(try away.location.orThrow)
        #expect(page.text.contains("Sila log masuk dahulu"))
        let answer = try await client.post(
            "/masuk",
            [
                "csrf": try page.field("csrf"), "kembali": try page.field("kembali"), "id": "p1@customs.gov.my",
                "kata-laluan": TestSite.password,
            ])
        #expect(answer.location == "/sijil")
        await site.close()
    }

    @Test(arguments: [
        "//evil.example", "https://evil.example", "/nowhere", "/keluar", "javascript:alert(1)", "/\\evil",
    ])
    func `lead nobody away from the site after the sign-in`(target: String) async throws {
        let site = try await TestSite()
        try await site.addOfficer(1)
        let client = WebClient(site.website)
        let page = try await client.get("/masuk?kembali=\(PercentCoding.encode(target))")
        #expect(!page.text.contains("name=\"kembali\""))
        let answer = try await client.post(
            "/masuk",
            [
                "csrf": try page.field("csrf"), "kembali": target, "id": "p1@customs.gov.my",
                "kata-laluan": TestSite.password,
            ])
        #expect(answer.location == "/dashboard")
        await site.close()
    }

    @Test func `answer a wrong name and a wrong password alike, and keep what was typed`() async throws {
        let site = try await TestSite()
        try await site.addOfficer(1)
        let client = WebClient(site.website)
        for name in ["p1@customs.gov.my", "nobody@customs.gov.my"] {
            let page = try await client.get("/masuk")
            let answer = try await client.post(
                "/masuk", ["csrf": try page.field("csrf"), "id": name, "kata-laluan": "salah"])
            #expect(answer.status == 422)
            #expect(answer.text.contains("ID Pengguna atau kata laluan tidak betul"))
            #expect(answer.text.contains("value=\"\(name)\""))
            #expect(!answer.text.contains("value=\"salah\""))
        }
        #expect(client.cookie("akmal_session") == nil)
        await site.close()
    }

    @Test func `take a sign-in only from the form that this browser was given`() async throws {
        let site = try await TestSite()
        try await site.addOfficer(1)
        let other = try await WebClient(site.website).get("/masuk").field("csrf")
        let form = ["csrf": other, "id": "p1@customs.gov.my", "kata-laluan": TestSite.password]
        #expect(try await WebClient(site.website).post("/masuk", form).status == 403)
        await site.close()
    }

    @Test func `give a session cookie that scripts and other sites cannot have`() async throws {
        let site = try await TestSite(WebSettings(isSecure: true))
        try await site.addOfficer(1)
        let client = WebClient(site.website)
        let answer = try await client.post(
            "/masuk",
            [
                "csrf": try await client.get("/masuk").field("csrf"), "id": "p1@customs.gov.my",
                "kata-laluan": TestSite.password,
            ])
        let cookie = try answer.headers[values: .named("Set-Cookie")].first { $0.hasPrefix("akmal_session=") }.orThrow
        for attribute in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/"] { #expect(cookie.contains(attribute)) }
        await site.close()
    }

    @Test func `limit how many codes one address may try, and say when to come back`() async throws {
        let site = try await TestSite(WebSettings(checks: .init(burst: 3, perSecond: 0.1)))
        let client = WebClient(site.website)
        for _ in 1...3 { #expect(try await client.get("/v/7K3QW9TZ4M2X8HBC").status == 404) }
        let answer = try await client.get("/v/7K3QW9TZ4M2X8HBC")
        #expect(answer.status == 429)
        #expect(Int(answer.header("Retry-After") ?? "").map { (1...10).contains($0) } == true)
        #expect(try await client.get("/").status == 200)
        #expect(try await WebClient(site.website, address: "203.0.113.8").get("/v/7K3QW9TZ4M2X8HBC").status == 404)
        await site.close()
    }

    @Test func `believe a forwarded address only from a trusted proxy`() async throws {
        let site = try await TestSite(
            WebSettings(trustedProxies: ["10.0.0.1"], checks: .init(burst: 1, perSecond: 0.01)))
        let direct = WebClient(site.website, address: "203.0.113.7")
        #expect(try await direct.get("/v/abc", ["X-Forwarded-For": "198.51.100.1"]).status == 404)
        #expect(try await direct.get("/v/abc", ["X-Forwarded-For": "198.51.100.2"]).status == 429)
        let proxied = WebClient(site.website, address: "10.0.0.1")
        #expect(try await proxied.get("/v/abc", ["X-Forwarded-For": "1.1.1.1, 198.51.100.3"]).status == 404)
        #expect(try await proxied.get("/v/abc", ["X-Forwarded-For": "2.2.2.2, 198.51.100.3"]).status == 429)
        #expect(try await proxied.get("/v/abc", ["X-Forwarded-For": "198.51.100.4"]).status == 404)
        await site.close()
    }
}
