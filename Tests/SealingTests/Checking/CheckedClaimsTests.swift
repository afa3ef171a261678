import Attestation
import Testing

@testable import Sealing

@Suite struct `Claims of a QR code` {
    private let works: PaperWorks
    private let paper: PaperWorks.Paper

    init() throws {
        works = try PaperWorks()
        paper = try works.paper()
    }

    private func check(_ text: String) -> CheckedClaims? { CheckedClaims(text, keys: works.keys) }

    @Test func `hold by the academy's key, and say what stands on the paper`() throws {
        let read = try #require(check(paper.qrText))
        #expect(read.proof == .holds)
        #expect(read.claims?.holder == paper.holder)
        #expect(read.foreignHost == nil)
        #expect(read.steps.map(\.code) == [.claims, .code])
    }

    @Test func `are refused with any single bit of claims or signature flipped`() throws {
        let mark = try #require(paper.qrText.firstIndex(of: "#"))
        let address = paper.qrText[...mark]
        let bytes = try #require(DecimalText.bytes(of: paper.qrText[paper.qrText.index(after: mark)...]))
        for bit in 0..<bytes.count * 8 {
            var forged = bytes
            forged[bit / 8] ^= 1 << UInt8(bit % 8)
            let read = try #require(check(address + DecimalText.text(of: forged)))
            #expect(read.proof == .broken || read.proof == .unknownKey, "bit \(bit)")
        }
    }

    @Test func `replayed under another code are altered`() throws {
        let other = try works.paper(2)
        let replayed = paper.qrText.replacing(paper.code.text, with: other.code.text)
        let read = try #require(check(replayed))
        #expect(read.proof == .broken)
        #expect(read.steps.last?.code == .code && read.steps.last?.result == .failed)
    }

    @Test func `of another academy are signed by an unknown key`() throws {
        let stranger = try PaperWorks().paper()
        #expect(check(stranger.qrText)?.proof == .unknownKey)
    }

    @Test func `are judged whatever the host, which is told when it is foreign`() throws {
        let foreign = paper.qrText.replacing("SIJIL.EXAMPLE.MY", with: "SIJIL.EXAMPLE.MY.EVIL.TLD")
        let read = try #require(check(foreign))
        #expect(read.proof == .holds)
        #expect(read.foreignHost == "sijil.example.my.evil.tld")
    }

    @Test func `may be missing, and then nothing is proven`() throws {
        #expect(
            check(VerificationLink(host: PaperWorks.host, code: paper.code).qrText)?.proof == CheckFindings.Proof.none)
        #expect(check(paper.code.grouped)?.proof == CheckFindings.Proof.none)
        #expect(check("https://sijil.example.my/") == nil)
        for digits in ["", "0", "12", "x", String(repeating: "9", count: 600)] {
            #expect(check("HTTPS://\(PaperWorks.host)/V/\(paper.code.text)#\(digits)")?.proof == .broken)
        }
    }
}

@Suite struct `Published keys` {
    @Test func `judge as the ring does`() throws {
        let works = try PaperWorks()
        let paper = try works.paper()
        let published = try TrustedKeys(json: Array(PublishedFiles(works).keys.utf8))
        #expect(CheckedFile(paper.bytes, keys: published).proof == .holds)
        #expect(CheckedClaims(paper.qrText, keys: published)?.proof == .holds)
        #expect(throws: SealingProblem.self) { try TrustedKeys(json: Array("{}".utf8)) }
    }
}
