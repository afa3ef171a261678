import Attestation
import Foundation
import OtherPrograms
import PDFObjects
import Testing

@testable import Sealing

/// Certificates and lists that go with a seal, as OpenSSL reads them.
@Suite struct `Evidence with a seal` {
    private static let now: Int64 = 1_780_000_000
    private let ring: KeyRing

    init() throws { ring = try KeyRing.fresh(host: "sijil.example.my", organisation: "Akademi", now: Self.now) }

    @Test func `is the chain and a list that clears it, which OpenSSL accepts`() throws {
        let evidence = try #require(try ring.evidence(at: Self.now + 100))
        #expect(evidence.certificates.count == 2)
        #expect(evidence.revocationLists.count == 1)
        let openssl = try OpenSSL()
        defer { openssl.remove() }
        try openssl.put(evidence.certificates[0], "own.der")
        try openssl.put(evidence.certificates[1], "root.der")
        try openssl.put(evidence.revocationLists[0], "list.der")
        for (kind, name) in [("x509", "own"), ("x509", "root"), ("crl", "list")] {
            _ = try openssl(kind, "-inform", "DER", "-in", "\(name).der", "-out", "\(name).pem")
        }
        let verified = try openssl(
            "verify", "-crl_check", "-attime", "\(Self.now + 100)", "-CAfile", "root.pem", "-CRLfile", "list.pem",
            "own.pem")
        #expect(verified.status == 0, "\(verified.printed)")
        let late = try openssl(
            "verify", "-crl_check", "-attime", "\(Self.now + 40 * 86_400)", "-CAfile", "root.pem", "-CRLfile",
            "list.pem", "own.pem")
        #expect(late.status != 0 && late.printed.contains("CRL has expired"), "\(late.printed)")
        let text = try openssl("x509", "-in", "own.pem", "-noout", "-text").printed
        #expect(text.contains("URI:https://sijil.example.my/authority.crl"))
        let told = try openssl("crl", "-in", "list.pem", "-noout", "-text").printed
        #expect(told.contains("No Revoked Certificates"))
        #expect(told.contains("CRL Number"))
    }

    @Test func `is the same list all day, and another one the next`() throws {
        let cabinet = KeyCabinet(ring)
        let first = try cabinet.revocationList(at: Self.now)
        #expect(try cabinet.revocationList(at: Self.now + 60) == first)
        #expect(try cabinet.revocationList(at: Self.now + 86_400) != first)
        #expect(try cabinet.evidence(at: Self.now) == nil)
        #expect(try KeyCabinet(ring, isLongTerm: true).evidence(at: Self.now) != nil)
    }

    @Test func `lies in the file under its seal`() throws {
        let evidence = try #require(try ring.evidence(at: Self.now))
        var document = try PaperWorks.document(holder: "SESIAPA", credential: nil, proof: nil)
        document.trailer["Info"] = nil
        let sealed = try ring.seal(
            document.written(
                identity: Array(1...16),
                for: SealPlace(
                    capacity: 4000, name: "Meterai digital", reason: "Sijil", date: "2026-05-26T04:00:00Z",
                    evidence: evidence)))
        let keys = try TrustedKeys(ring.records, host: "sijil.example.my")
        #expect(CheckedFile(sealed, keys: keys).proof == .holds)
        let read = try PDFDocument(reading: sealed)
        let root = try #require(read.root)
        let store = try #require(read.resolved(read.objects[root]?.dictionary["DSS"])?.dictionary)
        func streams(_ name: String) -> [[UInt8]] {
            (store[name]?.array ?? []).compactMap { $0.reference.flatMap { read.objects[$0]?.stream } }
        }
        #expect(streams("Certs") == evidence.certificates)
        #expect(streams("CRLs") == evidence.revocationLists)
    }

    @Test func `of an authority of the organisation is what it was given, and nothing when that has run out`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "akmal-keys-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = KeyFolder(path)
        _ = try folder.found(host: "sijil.example.my", organisation: "Akademi", now: Self.now)
        let authority = try PrivateAuthority.found(name: "Root", organisation: "Jabatan", now: Self.now)
        let key = try PEMKey.generate(.es256)
        let chain = try authority.vouch(for: key, name: "Seal", organisation: "Jabatan", now: Self.now)
        _ = try folder.take(key: key.pem, chain: chain, now: Self.now)
        #expect(try folder.ring().evidence(at: Self.now) == nil)
        let stranger = try PrivateAuthority.found(name: "Root", organisation: "Jabatan", now: Self.now)
        #expect(throws: SealingProblem.self) {
            try folder.take(stranger.revocationList(at: Self.now), now: Self.now)
        }
        #expect(throws: SealingProblem.ring("the list has run out")) {
            try folder.take(authority.revocationList(at: Self.now), now: Self.now + 40 * 86_400)
        }
        let cabinet = try KeyCabinet(folder, isLongTerm: true)
        #expect(try cabinet.evidence(at: Self.now) == nil)
        try folder.take(authority.revocationList(at: Self.now), now: Self.now)
        #expect(try cabinet.evidence(at: Self.now)?.revocationLists.count == 1)
        #expect(try cabinet.evidence(at: Self.now + 40 * 86_400) == nil)
        for junk in ["", "x", "-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n"] {
            #expect(throws: SealingProblem.self) { try RevocationList(pem: junk) }
        }
    }
}
