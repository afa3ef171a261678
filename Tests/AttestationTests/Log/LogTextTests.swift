import Attestation
import Digests
import Testing

@Suite struct `The log's files` {
    @Test func `are named as C2SP names tiles`() {
        #expect(LogTile(level: 0, index: 0).path == "tile/0/000")
        #expect(LogTile(level: 3, index: 1_234_067).path == "tile/3/x001/x234/067")
        #expect(LogTile(level: 1, index: 999, count: 7).path == "tile/1/999.p/7")
        #expect(LogTile(level: 0, index: 1000, count: 255).entriesPath == "tile/entries/x001/000.p/255")
    }

    @Test(arguments: [0, 1, 255, 256, 257, 65_535, 65_536, 70_000])
    func `hold every hash of their level once`(size: Int) {
        let tiles = LogTile.all(of: size)
        for level in 0...3 {
            let held = tiles.filter { $0.level == level }.flatMap(\.positions)
            #expect(held == (0..<size >> (8 * level)).map { MerklePosition(level: 8 * level, index: $0) })
        }
        #expect(tiles.allSatisfy { (1...256).contains($0.count) })
    }

    @Test func `grow by the tiles that changed`() {
        #expect(LogTile.news(from: 256, to: 256).isEmpty)
        #expect(LogTile.news(from: 255, to: 256) == [.init(level: 0, index: 0), .init(level: 1, index: 0, count: 1)])
        #expect(LogTile.news(from: 300, to: 301) == [.init(level: 0, index: 1, count: 45)])
        #expect(LogTile.news(from: 0, to: 70_000) == LogTile.all(of: 70_000))
    }
}

@Suite struct `A checkpoint` {
    private let root = MerkleHash.leaf([1])

    @Test func `is a body of three lines and more`() throws {
        let checkpoint = LogCheckpoint(origin: "akmal2u.example/log", size: 20, root: root, extensions: ["later"])
        #expect(checkpoint.body.hasPrefix("akmal2u.example/log\n20\n"))
        #expect(checkpoint.body.hasSuffix("=\nlater\n"))
        #expect(LogCheckpoint(body: checkpoint.body) == checkpoint)
    }

    @Test(arguments: [
        "", "log\n", "log\n1\n", "log\n01\nHASH\n", "log\n-1\nHASH\n", "log\n+1\nHASH\n", "log\n1\nHASH", "\n1\nHASH\n",
        "log\n1\nHASH\n\n", "log\n1\nAAAA\n", "log\n1\n HASH\n", "log\n99999999999999999999\nHASH\n",
    ])
    func `is nothing else`(text: String) {
        let hash = "NBCFWV+k6e1JqKHJ7eBs7tL/SEpT8Y3mXLCFxmVrZPM="
        #expect(
            LogCheckpoint(body: text.split(separator: "HASH", omittingEmptySubsequences: false).joined(separator: hash))
                == nil)
    }

    @Test func `stands in a note with its signatures`() throws {
        let body = LogCheckpoint(origin: "akmal2u.example/log", size: 1, root: root).body
        let signature = SignedNote.Signature(
            name: "akmal2u.example/log", keyID: [1, 2, 3, 4], bytes: [UInt8](repeating: 7, count: 64))
        let note = SignedNote(body: body, signatures: [signature, signature])
        #expect(SignedNote(text: note.text) == note)
        #expect(note.text.hasPrefix(body + "\n— akmal2u.example/log AQIDBAcH"))
        for broken in [
            body, body + "\n", String(note.text.dropLast()), note.text + "more\n", "\n" + note.text + "\n",
            note.text.split(separator: "— ").joined(separator: "- "),
        ] { #expect(SignedNote(text: broken) == nil) }
    }

    @Test func `goes with a proof that needs nothing else`() throws {
        let tree = PlainTree(of: 21)
        let body = LogCheckpoint(origin: "akmal2u.example/log", size: 21, root: tree.root(of: 21)).body
        let note = SignedNote(
            body: body, signatures: [.init(name: "akmal2u.example/log", keyID: [1, 2, 3, 4], bytes: [9])])
        let proof = try #require(LogProof(index: 13, hashes: tree.prover.inclusion(of: 13, in: 21), note: note))
        #expect(LogProof(text: proof.text) == proof)
        #expect(proof.includes(tree.leaves[13]))
        #expect(!proof.includes(tree.leaves[12]))
        let lines = proof.text.split(separator: "\n", omittingEmptySubsequences: false)
        let told = try #require(LogProof(text: ([lines[0], "extra AAAA"] + lines[1...]).joined(separator: "\n")))
        #expect(told.extra == [0, 0, 0])
        #expect(LogProof(text: told.text) == told)
        #expect(told.hashes == proof.hashes && told.note == proof.note)
        for wrong in ["extra ", "extra A", "extra AAAA="] {
            #expect(LogProof(text: ([lines[0], Substring(wrong)] + lines[1...]).joined(separator: "\n")) == nil)
        }
        #expect(LogProof(text: ([lines[0], "index 013"] + lines[2...]).joined(separator: "\n")) == nil)
        #expect(LogProof(text: ([lines[0], lines[1], "AAAA"] + lines[2...]).joined(separator: "\n")) == nil)
        #expect(LogProof(text: lines.dropFirst().joined(separator: "\n")) == nil)
    }
}

@Suite struct `A key of the log` {
    /// Go's `golang.org/x/mod/sumdb/note` gives this example.
    private static let published =
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"

    @Test func `is read and written as others do`() throws {
        let key = try #require(NoteKey(text: Self.published))
        #expect(key.name == "PeterNeumann")
        #expect(key.publicKey.count == 32)
        #expect(key.text == Self.published)
    }

    @Test(arguments: [
        "", "PeterNeumann", "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzh",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    ])
    func `is refused when its hash is not its own`(text: String) {
        #expect(NoteKey(text: text) == nil)
    }
}
