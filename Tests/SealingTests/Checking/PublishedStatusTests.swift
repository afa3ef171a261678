import Attestation
import Testing

@testable import Sealing

@Suite struct `Published status lists` {
    private let works: PaperWorks
    private let facts: CredentialDocument

    init() throws {
        works = try PaperWorks()
        let paper = try works.paper(5)
        facts = try #require(CheckedFile(paper.bytes, keys: works.keys).credential)
    }

    private func answer(_ files: [String: String]) -> PublishedStatus.Answer? {
        let files = files.mapValues { Array($0.utf8) }
        return PublishedStatus(works.keys) { files[$0] }(facts)
    }

    private func files(_ set: [StatusPurpose: [Int]], from works: PaperWorks? = nil) throws -> [String: String] {
        var files: [String: String] = [:]
        for purpose in StatusPurpose.allCases {
            files["status/\(purpose.rawValue)/1"] = try PublishedFiles(works ?? self.works).list(
                purpose, set: set[purpose] ?? [])
        }
        return files
    }

    @Test(arguments: [
        ([StatusPurpose](), CertificateStatus.valid), ([.revocation], .revoked),
        ([.revocation, .refresh], .superseded),
        ([.suspension], .suspended), ([.suspension, .revocation], .revoked),
    ])
    func `tell one certificate's status and nobody else's`(purposes: [StatusPurpose], status: CertificateStatus) throws
    {
        let set = Dictionary(uniqueKeysWithValues: purposes.map { ($0, [5]) })
        let answer = try #require(answer(try files(set)))
        #expect(answer.status == status)
        #expect(answer.asOf == PublishedFiles.now)
        #expect(answer.until == PublishedFiles.now + StatusListDocument.validity)
        let others = Dictionary(uniqueKeysWithValues: purposes.map { ($0, [4, 6]) })
        #expect(try self.answer(files(others))?.status == .valid)
    }

    @Test func `that are missing, forged, of another purpose or of another academy tell nothing`() throws {
        #expect(answer([:]) == nil)
        let good = try files([:])
        for path in good.keys {
            var some = good
            some[path] = nil
            #expect(answer(some) == nil)
            some[path] = good[path].map { $0.dropLast(10) + ($0.suffix(10).first == "A" ? "B" : "A") + $0.suffix(9) }
            #expect(answer(some) == nil)
        }
        #expect(answer(try files([:], from: PaperWorks())) == nil)
        var swapped = good
        swapped["status/revocation/1"] = good["status/suspension/1"]
        #expect(answer(swapped) == nil)
    }
}
