import Digests
import HTTPTypes
import Testing

@testable import Web

@Suite struct `Files` {
    private func asset() async throws -> (TestSite, WebClient, String) {
        let site = try await TestSite()
        let client = WebClient(site.website)
        let path = try await client.get("/").text.firstMatch(of: /href="(\/assets\/akmal\.[0-9a-f]{16}\.css)"/).orThrow
            .1
        return (site, client, String(path))
    }

    @Test func `have names that change with their content and may be kept for ever`() async throws {
        let (site, client, path) = try await asset()
        let file = try await client.get(path)
        #expect(file.status == 200)
        #expect(file.header("Cache-Control") == "public, max-age=31536000, immutable")
        #expect(file.header("Content-Type") == "text/css; charset=utf-8")
        #expect(!file.text.contains("url(\"Inter-"), "fonts are named as they are published")
        for other in ["/assets/akmal.css", "/assets/akmal.0000000000000000.css", "/assets/..%2FPackage.swift"] {
            #expect(try await client.get(other).status == 404)
        }
        await site.close()
    }

    @Test func `are not sent again when the browser has them`() async throws {
        let (site, client, path) = try await asset()
        let tag = try await client.get(path).header("ETag").orThrow
        for named in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
            let answer = try await client.get(path, ["If-None-Match": named])
            #expect(answer.status == 304, "\(named)")
            #expect(answer.bytes.isEmpty)
            #expect(answer.header("ETag") == tag)
        }
        #expect(try await client.get(path, ["If-None-Match": "\"x\""]).status == 200)
        await site.close()
    }

    @Test func `are sent in parts`() async throws {
        let (site, client, path) = try await asset()
        let whole = try await client.get(path)
        let part = try await client.get(path, ["Range": "bytes=10-19"])
        #expect(part.status == 206)
        #expect(part.header("Content-Range") == "bytes 10-19/\(whole.bytes.count)")
        #expect(part.bytes == Array(whole.bytes[10...19]))
        #expect(try await client.get(path, ["Range": "bytes=-5"]).bytes == Array(whole.bytes.suffix(5)))
        let behind = try await client.get(path, ["Range": "bytes=99999999-"])
        #expect(behind.status == 416)
        #expect(behind.header("Content-Range") == "bytes */\(whole.bytes.count)")
        #expect(try await client.get(path, ["Range": "bytes=10-19", "If-Range": "\"old\""]).status == 200)
        await site.close()
    }

    @Test func `of certificates have the certificate's hash for a tag and a name in two spellings`() async throws {
        let site = try await TestSite()
        try await site.addOfficer(1)
        let client = try await site.signedIn("p1@customs.gov.my")
        let issued = try await client.post(site.issuePath, ["csrf": try await client.get("/sijil").field("csrf")])
        let path = try issued.location.orThrow
        let file = try await client.get(path)
        let tag = try file.header("ETag").orThrow
        #expect(tag.utf8.count == 66)
        #expect(file.header("Cache-Control") == "private, no-cache")
        let name = try file.header("Content-Disposition").orThrow
        #expect(name.contains("filename*=UTF-8''sijil-AKMAL-"))
        #expect(try await client.get(path, ["If-None-Match": tag]).status == 304)
        #expect(SHA256Digest(of: file.bytes).hex == tag.dropFirst().dropLast())
        let tail = try await client.get(path, ["Range": "bytes=-6"])
        #expect(tail.status == 206)
        #expect(tail.text.contains("%%EOF"))
        let size = file.bytes.count
        for range in [0..<1, 10..<20, 4000..<size - 100, size - 1..<size] {
            let part = try await client.get(path, ["Range": "bytes=\(range.lowerBound)-\(range.upperBound - 1)"])
            #expect(part.status == 206)
            #expect(part.bytes == Array(file.bytes[range]))
        }
        let head = try await client.send(.head, path)
        #expect(head.status == 200)
        #expect(head.bytes.isEmpty)
        #expect(head.header("Content-Length") == "\(size)")
        await site.close()
    }
}
