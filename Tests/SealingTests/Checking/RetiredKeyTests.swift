import Attestation
import Foundation
import Testing

@testable import Sealing

/// A key that was retired goes on judging what it signed before, and nothing that is dated later.
@Suite struct `A retired key` {
    private let works: PaperWorks
    private let paper: PaperWorks.Paper
    /// Of the claims, and of the credential, the leaf and the seal, in seconds since 1970.
    private static let (claimed, sealed): (Int64, Int64) = (1_780_000_000, 1_779_768_000)

    init() throws {
        works = try PaperWorks()
        paper = try works.paper()
    }

    private func keys(_ use: KeyUse, retired until: Int64) throws -> TrustedKeys {
        let records = works.ring.records.map { record in
            var record = record
            if record.use == use { record.until = until }
            return record
        }
        return try TrustedKeys(records, host: PaperWorks.host)
    }

    @Test func `vouches for no claims that are dated after it`() throws {
        let before = try #require(CheckedClaims(paper.qrText, keys: try keys(.claims, retired: Self.claimed)))
        #expect(before.proof == .holds)
        let after = try #require(CheckedClaims(paper.qrText, keys: try keys(.claims, retired: Self.claimed - 301)))
        #expect(after.proof == .unknownKey)
        #expect(after.steps.first { $0.code == .claims }?.result == .failed)
        // Who changes the claims besides is not excused by the key.
        let broken = try #require(
            CheckedClaims(paper.qrText.replacing("/V/0", with: "/V/1"), keys: try keys(.claims, retired: 1)))
        #expect(broken.proof == .broken)
    }

    @Test func `vouches for no credential that is dated or logged after it`() throws {
        #expect(CheckedFile(paper.bytes, keys: try keys(.claims, retired: Self.sealed)).proof == .holds)
        let after = CheckedFile(paper.bytes, keys: try keys(.claims, retired: Self.sealed - 301))
        #expect(after.proof == .unknownKey)
        #expect(after.credential == nil)
        #expect(after.steps.filter { $0.result == .failed }.map(\.code) == [.credential])
    }

    @Test func `vouches for no seal over a leaf of after it, nor for a paper that says so of itself`() throws {
        let bare = try PaperWorks.sealed(
            PaperWorks.document(holder: "SESIAPA", credential: nil, proof: nil), by: works.ring.seal)
        for bytes in [paper.bytes, bare] {
            #expect(CheckedFile(bytes, keys: try keys(.document, retired: Self.sealed)).proof == .holds)
            let after = CheckedFile(bytes, keys: try keys(.document, retired: Self.sealed - 301))
            #expect(after.proof == .unknownKey)
            #expect(after.steps.filter { $0.result == .failed }.map(\.code) == [.signer])
        }
        #expect(CheckedFile(paper.bytes, keys: works.keys).paper == nil)
        let told = try #require(CheckedFile(bare, keys: works.keys).paper)
        #expect(told.title == "Sijil SESIAPA" && told.moment == Self.sealed)
        #expect(CheckedFile(bare, keys: try keys(.document, retired: 1)).paper == nil)
        let undated = try PaperWorks.sealed(
            PaperWorks.document(holder: "SESIAPA", credential: nil, proof: nil), by: works.ring.seal,
            date: "2026-05-26T04:00:00+08:00")
        #expect(CheckedFile(undated, keys: try keys(.document, retired: .max / 2)).proof == .unknownKey)
        #expect(CheckedFile(undated, keys: works.keys).proof == .holds)
    }

    @Test func `makes no list of the status that anybody believes`() throws {
        let facts = try #require(CheckedFile(paper.bytes, keys: works.keys).credential)
        let lists = Dictionary(
            uniqueKeysWithValues: try StatusPurpose.allCases.map { purpose in
                ("status/\(purpose.rawValue)/1", Array(try PublishedFiles(works).list(purpose).utf8))
            })
        let made = PublishedFiles.now
        #expect(PublishedStatus(try keys(.claims, retired: made), read: { lists[$0] })(facts)?.status == .valid)
        #expect(PublishedStatus(try keys(.claims, retired: made - 301), read: { lists[$0] })(facts) == nil)
    }

    @Test func `is told by what the academy publishes`() throws {
        let text = try PublishedFiles(works).keys
        let retired = text.replacingOccurrences(of: "\"nbf\":1", with: "\"nbf\":1,\"exp\":2")
        #expect(retired != text)
        let published = try TrustedKeys(json: Array(retired.utf8))
        #expect(CheckedClaims(paper.qrText, keys: published)?.proof == .unknownKey)
        #expect(CheckedFile(paper.bytes, keys: published).proof == .unknownKey)
    }

    @Test func `is put away by programs that are running`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "akmal-keys-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = KeyFolder(path)
        _ = try folder.found(host: "sijil.example.my", organisation: "Akademi", now: 1)
        let cabinet = try KeyCabinet(folder)
        let former = cabinet.ring.claims.keyID
        let key = try folder.rotate(.claims, host: "sijil.example.my", organisation: "Akademi", now: 2)
        #expect(cabinet.ring.claims.keyID != former)
        #expect(cabinet.ring.records(for: .claims).last?.id == key.id)
        #expect(cabinet.ring.records(for: .claims).first?.until == 2)
        // A folder that is being put right is no reason to stop.
        try FileManager.default.removeItem(atPath: "\(path)/keys.json")
        #expect(cabinet.ring.records(for: .claims).last?.id == key.id)
    }
}
