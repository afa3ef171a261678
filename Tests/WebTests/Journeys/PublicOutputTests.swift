import Academy
import Attestation
import Desk
import Digests
import FoundationEssentials
import PDFObjects
import Records
import SQL
import Testing
import Vault

@testable import Web

/// Whatever leaves the academy about a certificate is searched for what must not leave it.
@Suite struct `What everybody can read of a certificate` {
    @Test func `edge 41: holds no MyKad digit, no e-mail address and no id of ours`() async throws {
        let site = try await TestSite()
        let officer = try await site.addOfficer(7351)
        let outcome = try await IssueCertificate(site.office)(
            officer: officer.id, course: site.course.id, by: .system(requestID: "test"))
        guard case .issued(let record) = outcome else { throw Missing(what: "certificate") }
        var outputs = try await pages(of: record, site)
        let file = try await DownloadCertificate(site.office)(record.id, by: .system(requestID: "test"))
        for (name, bytes) in try unpacked(try await file.read(0..<file.size)) { outputs[name] = bytes }
        outputs.merge(try await proof(of: record, site)) { first, _ in first }
        #expect(outputs.count > 12, "\(outputs.keys.sorted())")
        let secrets = [
            officer.myKad.digits, officer.myKad.formatted, officer.myKad.masked, "850101", officer.email.text,
            "@customs.gov.my", officer.id.text, site.course.id.text, record.id,
        ]
        for (name, bytes) in outputs {
            let text = String(decoding: bytes, as: UTF8.self)
            for secret in secrets where !secret.isEmpty {
                #expect(!text.contains(secret), "\(name) holds \(secret)")
            }
        }
        await site.close()
    }

    private func pages(of record: CertificateRecord, _ site: TestSite) async throws -> [String: [UInt8]] {
        let client = WebClient(site.website)
        var outputs: [String: [UInt8]] = [:]
        for path in [
            "/v/\(record.code.text)", "/v/\(record.code.text)?bahasa=en", "/v/\(record.code.text).json", "/keys.json",
            "/.well-known/did.json", "/status/revocation/1", "/status/suspension/1", "/status/refresh/1",
            "/log/checkpoint", "/log/tile/0/000.p/1", "/log/tile/entries/000.p/1",
        ] {
            let answer = try await client.get(path)
            if answer.status == 200 { outputs[path] = answer.bytes }
        }
        return outputs
    }

    /// The file as it is, and every stream of it unpacked.
    private func unpacked(_ bytes: [UInt8]) throws -> [String: [UInt8]] {
        var outputs = ["file": bytes]
        for (number, object) in try PDFDocument(reading: bytes).objects {
            guard let stream = object.stream else { continue }
            outputs["stream \(number)"] =
                object.dictionary["Filter"]?.name == "FlateDecode" ? try Deflate.unpacked(stream) : stream
        }
        return outputs
    }

    private func proof(of record: CertificateRecord, _ site: TestSite) async throws -> [String: [UInt8]] {
        let (stored, leaves) = try await site.office.database.read { transaction in
            (
                try Proofs.find(record.id, in: transaction),
                try LogBook.bodies(from: 0, count: 10, in: transaction)
            )
        }
        let found = try stored.orThrow
        let token = try CompactJWS(text: found.credential).orThrow
        #expect(leaves.count == 1)
        return [
            "credential": token.payload, "claims": found.claims, "leaves": Array(leaves.joined(separator: "\n").utf8),
        ]
    }
}
