import Academy
import Attestation
import Desk
import HTTPTypes
import Records
import SQL
import Testing

@testable import Web

@Suite struct `Direct answers` {
    private func issued(_ settings: WebSettings = WebSettings()) async throws -> (TestSite, CertificateRecord) {
        let site = try await TestSite(settings)
        let officer = try await site.addOfficer(1)
        // A name that the certificate's compiled template covers: only its documents are in memory.
        try await site.office.database.write { transaction in
            _ = try transaction.execute("UPDATE officer SET name = 'PEGAWAI CONTOH' WHERE id = \(officer.id.text)")
        }
        let outcome = try await IssueCertificate(site.office)(
            officer: officer.id, course: site.course.id, by: .system(requestID: "test"))
        guard case .issued(let record) = outcome else { throw Missing(what: "certificate") }
        return (site, record)
    }

    /// What two answers to one question have in common: the moment of the check and the request's id are their own.
    private func comparable(_ answer: WebClient.Answer) -> (String, Set<String>, String) {
        var headers = answer.headers
        headers[.requestID] = nil
        // The server adds the date to what the responder gives.
        headers[.date] = nil
        let text = answer.text.replacing(/(Disemak|Checked)[^<]*/, with: "")
        return ("\(answer.status)", Set(headers.map { "\($0.name): \($0.value)" }), text)
    }

    private func expectSame(
        _ client: WebClient, _ method: HTTPRequest.Method, _ path: String, _ headers: [String: String] = [:]
    ) async throws {
        let direct = try client.direct(method, path, headers).orThrow
        let ordinary = try await client.send(method, path, headers)
        #expect(comparable(direct) == comparable(ordinary), "\(method) \(path) \(headers)")
        #expect(direct.headers[.requestID]?.utf8.count == 16)
        #expect(direct.headers[.date]?.hasSuffix(" GMT") == true)
    }

    @Test func `to a check are those of the site, letter by letter`() async throws {
        let (site, record) = try await issued(WebSettings(isSecure: true))
        let client = WebClient(site.website)
        let path = "/v/\(record.code.text)"
        for accept in ["text/html", "*/*", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"] {
            for language in ["ms", "en", "fr"] {
                let headers = ["Accept": accept, "Cookie": "\(Arrival.languageCookie)=\(language)"]
                for method in [HTTPRequest.Method.get, .head] { try await expectSame(client, method, path, headers) }
            }
        }
        for other in ["/V/\(record.code.text)", "/v/\(record.code.text.lowercased())", "/v/\(record.code.grouped)"] {
            try await expectSame(client, .get, other)
        }
        await site.close()
    }

    @Test(arguments: [CertificateStatus.revoked, .suspended, .superseded])
    func `tell what has become of a certificate`(status: CertificateStatus) async throws {
        let (site, record) = try await issued()
        try await site.office.database.write { transaction in
            _ = try transaction.execute(
                "UPDATE certificate SET status = \(status.rawValue), status_reason = '<Sebab>' WHERE id = \(record.id)")
        }
        try await expectSame(WebClient(site.website), .get, "/v/\(record.code.text)")
        await site.close()
    }

    @Test func `are not given to what is not plain`() async throws {
        let (site, record) = try await issued()
        let client = WebClient(site.website)
        let path = "/v/\(record.code.text)"
        #expect(client.direct(.get, path) != nil)
        #expect(client.direct(.post, path) == nil)
        #expect(client.direct(.get, "\(path)?bahasa=en") == nil)
        #expect(client.direct(.get, "\(path).json") == nil)
        #expect(client.direct(.get, path, ["Accept": "application/json"]) == nil)
        #expect(client.direct(.get, path, ["Cookie": "a=b; \(Sessions.cookie)=x"]) == nil)
        #expect(client.direct(.get, path, ["Connection": "close"]) == nil)
        #expect(client.direct(.get, path, ["Connection": "Keep-Alive"]) != nil)
        for other in [
            "/v/0000000000000000", "/v/abc", "/v/", "/v/%E2%82%AC", "/v/a/b", "/sijil/", "/sijil/x/muat-turun",
        ] {
            #expect(client.direct(.get, other) == nil, "\(other)")
        }
        try await site.office.database.write { transaction in
            _ = try transaction.execute("UPDATE certificate SET status = 'issuing' WHERE id = \(record.id)")
        }
        #expect(client.direct(.get, path) == nil)
        await site.closeDatabase()
        #expect(client.direct(.get, path) == nil)
    }

    @Test func `count to one limit with all others`() async throws {
        let (site, record) = try await issued(WebSettings(checks: .init(burst: 3, perSecond: 0.001)))
        let client = WebClient(site.website)
        let path = "/v/\(record.code.text)"
        #expect(client.direct(.get, path) != nil)
        #expect(try await client.get(path).status == 200)
        #expect(client.direct(.get, path) != nil)
        #expect(client.direct(.get, path) == nil)
        #expect(try await client.get(path).status == 429)
        #expect(WebClient(site.website, address: "203.0.113.8").direct(.get, path) != nil)
        let metrics = try await WebClient(site.website, address: "127.0.0.1").get("/metrics").text
        #expect(metrics.contains(#"http_requests_total{method="GET",route="/v/{code}",status="200"} 4"#))
        await site.close()
    }

    @Test func `to a download are those of the site, whole, in part and not again`() async throws {
        let (site, record) = try await issued()
        let client = try await site.signedIn("p1@customs.gov.my")
        let path = "/sijil/\(record.id)/muat-turun"
        let tag = try client.direct(.get, path).orThrow.header("ETag").orThrow
        for headers in [
            [:], ["If-None-Match": tag], ["If-None-Match": "\"x\""], ["Range": "bytes=10-19"], ["Range": "bytes=-5"],
            ["Range": "bytes=99999999-"], ["Range": "bytes=0-9", "If-Range": "\"old\""],
        ] {
            for method in [HTTPRequest.Method.get, .head] { try await expectSame(client, method, path, headers) }
        }
        await site.close()
    }

    @Test func `give no file to others`() async throws {
        let (site, record) = try await issued()
        try await site.addOfficer(2)
        let path = "/sijil/\(record.id)/muat-turun"
        #expect(WebClient(site.website).direct(.get, path) == nil)
        #expect(WebClient(site.website).direct(.get, path, ["Cookie": "\(Sessions.cookie)=x"]) == nil)
        #expect(try await site.signedIn("p2@customs.gov.my").direct(.get, path) == nil)
        let client = try await site.signedIn("p1@customs.gov.my")
        #expect(client.direct(.get, path) != nil)
        try await site.office.database.write { transaction in
            _ = try transaction.execute("UPDATE account SET must_change_password = TRUE")
        }
        #expect(client.direct(.get, path) == nil)
        try await site.office.database.write { transaction in
            _ = try transaction.execute("UPDATE account SET must_change_password = FALSE")
            _ = try transaction.execute("UPDATE certificate SET status = 'revoked' WHERE id = \(record.id)")
        }
        #expect(client.direct(.get, path) == nil)
        await site.close()
    }

    @Test(
        arguments: [
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (1_709_251_199, "Thu, 29 Feb 2024 23:59:59 GMT"),
        ] as [(Int64, String)])
    func `have the date that RFC 9110 spells`(second: Int64, text: String) {
        #expect(HTTPDate.spelled(second) == text)
    }
}
