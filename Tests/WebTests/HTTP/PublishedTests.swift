import Academy
import Attestation
import Desk
import Foundation
import HTTPTypes
import Sealing
import Testing

@testable import Web

@Suite struct `What is published` {
    @Test func `is open to every site, and can be kept`() async throws {
        let site = try await TestSite()
        try await site.issueOne()
        let client = WebClient(site.website)
        for path in [
            "/keys.json", "/.well-known/did.json", "/status/revocation/1", "/status/suspension/1", "/status/refresh/1",
            "/log/checkpoint", "/log/tile/0/000.p/1", "/log/tile/entries/000.p/1",
        ] {
            let answer = try await client.get(path)
            #expect(answer.status == 200, "\(path)")
            #expect(answer.headers[.accessControlAllowOrigin] == "*", "\(path)")
            #expect(answer.headers[.setCookie] == nil, "\(path)")
            let caching = try #require(answer.headers[.cacheControl])
            #expect(caching.contains("immutable") == path.contains("/tile/"), "\(path)")
            let tag = try #require(answer.headers[.eTag])
            let again = try await client.get(path, ["If-None-Match": tag])
            #expect(again.status == 304, "\(path)")
        }
        await site.close()
    }

    @Test(arguments: [
        "/status/revocation/2", "/status/revocation/0", "/status/revocation/01", "/status/other/1",
        "/status/revocation",
        "/status/revocation/1/2", "/log/tile/0/000", "/log/tile/0/000.p/2", "/log/tile/0/000.p/0",
        "/log/tile/0/000.p/256", "/log/tile/1/000.p/1", "/log/tile/9/000", "/log/tile/-1/000", "/log/tile/0/x000/000",
        "/log/tile/0/999/999", "/log/tile/0/x999/x999/x999/x999/999", "/log/tile/entries/001", "/log/other", "/log",
        "/log/tile/0/00%C3%A9", "/status/revocation/99999999999999999999",
    ])
    func `is nothing that there is not`(path: String) async throws {
        let site = try await TestSite()
        try await site.issueOne()
        #expect(try await WebClient(site.website).get(path).status == 404)
        await site.close()
    }

    @Test func `names the keys that signed, also those that were retired, and nothing private`() async throws {
        let site = try await TestSite()
        let text = try await WebClient(site.website).get("/keys.json").text
        let key = try #require(site.office.keys.records(for: .claims).last)
        #expect(text.hasPrefix(#"{"keys":[{"kty":"EC","crv":"P-256","x":""#))
        #expect(text.contains(#""kid":"\#(key.id)","alg":"ES256","use":"sig","nbf":"#))
        #expect(text.hasSuffix(#""host":"sijil.example.my","origin":"sijil.example.my/log"}"#))
        #expect(!text.contains("PRIVATE") && !text.contains("\"d\""))
        let identity = try await WebClient(site.website).get("/.well-known/did.json").text
        #expect(identity.contains(#""id":"did:web:sijil.example.my#\#(key.id)","type":"JsonWebKey2020""#))
        await site.close()
    }
}

extension TestSite {
    /// A certificate of the first officer.
    func issueOne() async throws {
        let officer = try await addOfficer(1)
        _ = try await IssueCertificate(office)(
            officer: officer.id, course: course.id, by: .system(requestID: "test"))
    }
}
