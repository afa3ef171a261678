import Academy
import Desk
import Digests
import Records
import SQL
import Testing
import Vault

@testable import Web

@Suite struct `Files that people have sent` {
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private static func add(_ site: TestSite, of officer: Officer) async throws -> UploadRecord {
        let digest = try await site.office.vault.put(png)
        let upload = UploadRecord(
            id: .init("0123456789abcdef0123456789abcdef"), purpose: .receipt, owner: officer.id, course: site.course.id,
            uploadedBy: "p1@customs.gov.my", uploadedAt: site.office.surroundings.now(), kind: .png,
            originalName: "resit.html", sha256: digest.hex, size: png.count, previewSHA256: nil)
        try await site.office.database.write { try Uploads.insert(upload, in: $0) }
        return upload
    }

    @Test func `are sent as what they are, and can do nothing in a browser`() async throws {
        let site = try await TestSite()
        let upload = try await Self.add(site, of: try await site.addOfficer(1))
        let client = try await site.signedIn("p1@customs.gov.my")
        for (route, disposition) in [
            (Route.upload(upload.id.text), "attachment; filename=\"resit.html.png\""),
            (.uploadPicture(upload.id.text), "inline"),
        ] {
            let answer = try await client.get(route.path)
            #expect(answer.status == 200)
            #expect(answer.bytes == Self.png)
            #expect(answer.header("Content-Type") == "image/png")
            #expect(answer.header("X-Content-Type-Options") == "nosniff")
            #expect(answer.header("Content-Security-Policy") == "default-src 'none'; sandbox")
            #expect(answer.header("Content-Disposition")?.hasPrefix(disposition) == true)
        }
        await site.close()
    }

    @Test func `of another officer are not there`() async throws {
        let site = try await TestSite()
        let upload = try await Self.add(site, of: try await site.addOfficer(1))
        try await site.addOfficer(2)
        for (name, roles) in [("a", Role.administrator), ("k", .coordinator), ("f", .finance), ("j", .auditor)] {
            try await site.addAccount("\(name)@customs.gov.my", [roles])
        }
        let expected = ["p2": 404, "a": 404, "k": 404, "f": 200, "j": 200]
        for (name, status) in expected {
            let client = try await site.signedIn("\(name)@customs.gov.my")
            #expect(try await client.get(Route.upload(upload.id.text).path).status == status, "\(name)")
            #expect(try await client.get(Route.uploadPicture(upload.id.text).path).status == status, "\(name)")
        }
        #expect(try await WebClient(site.website).get(Route.upload(upload.id.text).path).status == 303)
        await site.close()
    }
}
