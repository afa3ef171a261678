import HTTPTypes
import Testing

@testable import Web

/// What holds for every address, whoever asks.
@Suite struct `The site` {
    @Test func `sends its security headers with every answer, also with errors and redirects`() async throws {
        let site = try await TestSite(WebSettings(isSecure: true))
        let client = WebClient(site.website)
        for path in ["/", "/masuk", "/v/0000000000000000", "/sijil", "/nowhere", "/healthz", "/favicon.svg"] {
            let answer = try await client.get(path)
            #expect(answer.header("Content-Security-Policy") == SecurityHeaders.policy, "\(path)")
            #expect(answer.header("X-Content-Type-Options") == "nosniff")
            #expect(answer.header("Referrer-Policy") == "same-origin")
            #expect(answer.header("Strict-Transport-Security") != nil)
            #expect(answer.header("X-Request-ID")?.utf8.count == 16)
            #expect(answer.header("Cache-Control") == (path == "/favicon.svg" ? "public, max-age=86400" : "no-store"))
        }
        #expect(!SecurityHeaders.policy.contains("unsafe"))
        await site.close()
    }

    @Test func `names every page's product and speaks one language at a time`() async throws {
        let site = try await TestSite()
        let client = WebClient(site.website)
        let malay = try await client.get("/")
        #expect(malay.text.contains("AKMAL2U") && malay.text.contains("Sistem Pengurusan Latihan"))
        #expect(malay.text.contains("<html lang=\"ms\">"))
        let english = try await client.get("/?bahasa=en")
        #expect(english.text.contains("<html lang=\"en\">"))
        #expect(try await client.get("/masuk").text.contains("<html lang=\"en\">"), "the choice is remembered")
        #expect(try await client.get("/?bahasa=xx").text.contains("<html lang=\"en\">"))
        await site.close()
    }

    @Test func `answers HEAD as GET without the content`() async throws {
        let site = try await TestSite()
        let client = WebClient(site.website)
        let get = try await client.get("/")
        let head = try await client.send(.head, "/")
        #expect(head.status == 200)
        #expect(head.bytes.isEmpty)
        #expect(head.header("Content-Length") == "\(get.bytes.count)")
        let missing = try await client.send(.head, "/nowhere")
        #expect(missing.status == 404)
        #expect(missing.bytes.isEmpty)
        await site.close()
    }

    @Test(arguments: [
        ("/", HTTPRequest.Method.post, "GET, HEAD"), ("/masuk", .delete, "GET, HEAD, POST"), ("/keluar", .get, "POST"),
    ])
    func `says which methods an address takes`(path: String, method: HTTPRequest.Method, allow: String) async throws {
        let site = try await TestSite()
        let answer = try await WebClient(site.website).send(method, path)
        #expect(answer.status == 405)
        #expect(answer.header("Allow") == allow)
        await site.close()
    }

    @Test(arguments: ["id=a&id=b", "id=%ZZ", "id=%00", "%"])
    func `takes a broken form for a bad request`(body: String) async throws {
        let site = try await TestSite()
        let client = WebClient(site.website)
        _ = try await client.get("/masuk")
        #expect(try await client.post("/masuk", body: body).status == 400)
        await site.close()
    }

    @Test func `refuses a form that is too long, or no form`() async throws {
        let site = try await TestSite()
        let client = WebClient(site.website)
        let long = String(repeating: "a", count: 20_000)
        #expect(try await client.post("/masuk", body: "id=\(long)").status == 413)
        #expect(try await client.post("/masuk", body: "x", ["Content-Length": "999999"]).status == 413)
        #expect(try await client.post("/masuk", body: "{}", ["Content-Type": "application/json"]).status == 400)
        await site.close()
    }

    @Test func `tells programs about a problem in JSON`() async throws {
        let site = try await TestSite()
        let answer = try await WebClient(site.website).get("/nowhere", ["Accept": "application/json"])
        #expect(answer.status == 404)
        #expect(answer.header("Content-Type") == "application/problem+json")
        #expect(answer.text.contains("\"status\":404"))
        await site.close()
    }

    @Test func `shows nothing of a fault but a number`() async throws {
        let site = try await TestSite()
        let client = WebClient(site.website)
        await site.closeDatabase()
        let answer = try await client.get("/v/7K3QW9TZ4M2X8HBC")
        #expect(answer.status == 500)
        #expect(answer.text.contains(try answer.header("X-Request-ID").orThrow))
        #expect(!answer.text.lowercased().contains("sql"))
        #expect(try await client.get("/readyz").status == 503)
        #expect(try await client.get("/healthz").status == 200)
        await site.close()
    }

    @Test func `measures requests by route, for this machine or who has the token`() async throws {
        let site = try await TestSite(WebSettings(metricsToken: "rahsia"))
        let stranger = WebClient(site.website)
        _ = try await stranger.get("/v/7K3QW9TZ4M2X8HBC")
        #expect(try await stranger.get("/metrics").status == 404)
        #expect(try await stranger.get("/metrics", ["Authorization": "Bearer falsch"]).status == 404)
        #expect(try await stranger.get("/metrics", ["Authorization": "Bearer rahsia"]).status == 200)
        let text = try await WebClient(site.website, address: "127.0.0.1").get("/metrics").text
        #expect(text.contains("# TYPE akmal_http_requests_total counter"))
        #expect(text.contains("akmal_http_requests_total{method=\"GET\",route=\"/v/{code}\",status=\"404\"} 1.0"))
        #expect(text.contains("akmal_http_request_seconds_bucket{method=\"GET\",route=\"/v/{code}\",le=\"+Inf\"} 1"))
        #expect(!text.contains("7K3Q"))
        await site.close()
    }
}
