import Attestation
import PDFObjects
import Testing

@testable import Sealing

/// Each forgery has the verdict that is true, and the step that says why.
@Suite struct `A forged file` {
    private let works: PaperWorks
    private let paper: PaperWorks.Paper

    init() throws {
        works = try PaperWorks()
        paper = try works.paper()
    }

    private func check(_ bytes: [UInt8]) -> CheckedFile { CheckedFile(bytes, keys: works.keys) }

    private func failed(_ file: CheckedFile) -> Set<CheckStep.Code> {
        Set(file.steps.filter { $0.result == .failed }.map(\.code))
    }

    /// - Parameter steps: some that must have failed.
    private func refuse(
        _ bytes: [UInt8], as proof: CheckFindings.Proof = .broken, by steps: Set<CheckStep.Code>,
        _ place: SourceLocation = #_sourceLocation
    ) {
        let file = check(bytes)
        #expect(bytes != paper.bytes, sourceLocation: place)
        #expect(file.proof == proof, "\(file.steps)", sourceLocation: place)
        #expect(failed(file).isSuperset(of: steps), "\(file.steps)", sourceLocation: place)
        #expect(file.credential == nil, sourceLocation: place)
    }

    @Test func `is not the genuine one, of which every question is answered well`() {
        let file = check(paper.bytes)
        #expect(file.proof == .holds, "\(file.steps)")
        #expect(file.steps.allSatisfy { $0.result == .passed })
        #expect(
            file.steps.map(\.code) == [
                .file, .seal, .coverage, .certification, .attributes, .digest, .signature, .signer, .credential, .log,
            ])
        #expect(file.credential?.holder == paper.holder)
        #expect(file.credential?.serial == paper.serial)
        #expect(file.credential?.code == paper.code)
    }

    @Test func `with an edited text is altered`() {
        refuse(
            paper.bytes.replacing("(NUR AISYAH BINTI CONTOH) Tj", with: "(ALI BABA BIN TIADA LAGI) Tj"), by: [.digest])
    }

    @Test func `with edited metadata is altered`() {
        refuse(paper.bytes.replacing("(Sijil NUR", with: "(Sijil ALI"), by: [.digest])
    }

    @Test func `with an incremental update is altered`() throws {
        let table = try #require(paper.bytes.firstPlace(of: "\nxref\n")) + 1
        let place = paper.bytes.count
        let update = """
            4 0 obj
            <</Length 9>>
            stream
            BT (ALI) Tj ET
            endstream
            endobj
            xref
            4 1
            \(String(repeating: "0", count: 10 - "\(place)".count))\(place) 00000 n\u{20}
            trailer
            <</Size 12/Root 1 0 R/Prev \(table)>>
            startxref
            \(place + 60)
            %%EOF

            """
        refuse(paper.bytes + Array(update.utf8), by: [.file])
    }

    @Test func `with bytes after its end is altered`() {
        for tail in ["\n", "%%EOF\n", " "] { refuse(paper.bytes + Array(tail.utf8), by: [.coverage]) }
    }

    @Test func `with a loosened certification is altered`() {
        refuse(paper.bytes.replacing("/P 1/V", with: "/P 2/V"), by: [.certification, .digest])
        refuse(paper.bytes.replacing("/DocMDP ", with: "/DocMDQ "), by: [.certification, .digest])
    }

    @Test func `with another's proof of the log in the place of its own is altered`() throws {
        let other = try works.paper(2, holder: "SITI AMINAH BINTI UMPAM")
        try #require(other.proof.utf8.count == paper.proof.utf8.count)
        refuse(paper.bytes.replacing(paper.proof, with: other.proof), by: [.digest, .log])
    }

    @Test func `with another person's credential is altered`() throws {
        let other = try works.paper(2, holder: "SITI AMINAH BINTI UMPAM")
        try #require(other.credential.utf8.count == paper.credential.utf8.count)
        refuse(paper.bytes.replacing(paper.credential, with: other.credential), by: [.digest, .log])
    }

    @Test func `that a stranger sealed anew is signed by an unknown key, whatever it says`() throws {
        let stranger = try PaperWorks()
        let named = try PaperWorks.document(
            holder: "ALI", credential: paper.credential, proof: paper.proof)
        refuse(try PaperWorks.sealed(named, by: stranger.ring.seal), as: .unknownKey, by: [.signer])
        refuse(try stranger.paper().bytes, as: .unknownKey, by: [.signer, .credential, .log])
    }

    @Test func `from an older revision, cut off or brought back, is altered`() throws {
        refuse(Array(paper.bytes.dropLast(7)), by: [.coverage])
        refuse(Array(paper.bytes.prefix(paper.bytes.count / 2)), by: [.file])
        // A whole table of its own at the end, which leads to the old objects and to one new.
        let table = try #require(paper.bytes.firstPlace(of: "\nxref\n")) + 1
        let tail = Array(paper.bytes[table...])
        let end = try #require(tail.firstPlace(of: "startxref"))
        let object = Array("99 0 obj\n<</Length 0>>\nendobj\n".utf8)
        let start = paper.bytes.count + object.count
        let renewed = paper.bytes + object + tail[..<end] + Array("startxref\n\(start)\n%%EOF\n".utf8)
        refuse(renewed, by: [.coverage])
    }

    @Test func `with shadow objects is altered`() throws {
        // The same number twice, before the table: one for whoever signs, one for whoever reads.
        let shadow = Array("4 0 obj\n<</Length 14>>\nstream\nBT (ALI) Tj ET\nendstream\nendobj\n".utf8)
        let table = try #require(paper.bytes.firstPlace(of: "\nxref\n")) + 1
        let bytes = Array(paper.bytes[..<table]) + shadow + paper.bytes[table...]
        let moved = bytes.replacing("startxref\n\(table)\n", with: "startxref\n\(table + shadow.count)\n")
        refuse(moved, by: [.coverage])
        // Within the signature's place, which no digest covers.
        let slot = try #require(paper.bytes.firstPlace(of: "/Contents <")) + 11
        var hidden = paper.bytes
        hidden.replaceSubrange(slot + 4000..<slot + 4008, with: Array("> 4 0 R ".utf8))
        #expect(check(hidden).proof == .broken)
    }

    @Test func `whose seal was taken off is altered, and a stranger's paper is none of the academy's`() throws {
        let bare = paper.document.written(identity: Array(1...16))
        refuse(bare, by: [.seal])
        let strange = try PaperWorks.document(holder: "ALI", credential: nil, proof: nil)
        #expect(check(strange.written(identity: Array(1...16))).proof == .none)
        for bytes in [[], Array("hello".utf8), Array("%PDF-1.7\n%%EOF".utf8)] { #expect(check(bytes).proof == .none) }
    }

    @Test func `with two signatures is altered`() throws {
        var twice = paper.document
        let second = twice.add(PDFObject(.dictionary(["Type": .name("Sig"), "ByteRange": .array([])])))
        twice.objects[1]?.dictionary["Extra"] = second
        refuse(try PaperWorks.sealed(twice, by: works.ring.seal), by: [.seal, .coverage])
    }

    @Test func `without a proof of the log, or with one of another log, is altered or of an unknown key`() throws {
        let without = try PaperWorks.document(holder: paper.holder, credential: paper.credential, proof: nil)
        refuse(try PaperWorks.sealed(without, by: works.ring.seal), by: [.log])
        let other = try PaperWorks()
        let elsewhere = try PaperWorks.document(
            holder: paper.holder, credential: paper.credential, proof: try other.paper().proof)
        refuse(try PaperWorks.sealed(elsewhere, by: works.ring.seal), by: [.log])
    }

    @Test func `with any bit changed is refused`() {
        var random = Steps(state: 7)
        let slot = paper.bytes.firstPlace(of: "/Contents <") ?? 0
        let end = slot + 8012
        for _ in 0..<600 {
            var bytes = paper.bytes
            let place = Int.random(in: 0..<bytes.count, using: &random)
            guard !(slot..<end).contains(place) else { continue }
            bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            #expect(check(bytes).proof != .holds, "byte \(place)")
        }
    }

    /// Whatever is handed in, the check ends, and soon.
    @Test func `of noise is read to its end`() {
        var random = Steps(state: 11)
        for _ in 0..<300 {
            var bytes = paper.bytes
            for _ in 0..<Int.random(in: 1...40, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
                }
            }
            #expect(check(bytes).proof != .holds)
        }
    }
}

/// Numbers that are the same each time.
struct Steps: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}
