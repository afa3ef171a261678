import Attestation
import Digests
import Testing

@testable import Sealing

@Suite struct `A witness` {
    private let log: NoteSigner
    private let witness: Witness
    private let leaves = (0..<20).map { MerkleHash.leaf(Array("leaf \($0)".utf8)) }

    init() throws {
        let key = try PEMKey.generate(.ed25519)
        log = try NoteSigner(key, name: "sijil.example.my/log", publicKey: key.publicKey)
        witness = try Witness(try PEMKey.generate(.ed25519), name: "saksi.example.my")
    }

    private func frontier(_ count: Int, _ change: Int? = nil) -> MerkleFrontier {
        var frontier = MerkleFrontier()
        for (index, leaf) in leaves.prefix(count).enumerated() {
            _ = frontier.append(index == change ? MerkleHash.leaf([]) : leaf)
        }
        return frontier
    }

    private func note(_ frontier: MerkleFrontier) throws -> SignedNote {
        try log.sign(LogCheckpoint(origin: log.key.name, size: frontier.size, root: frontier.root).body)
    }

    private func checkpoint(_ count: Int) -> LogCheckpoint {
        LogCheckpoint(origin: log.key.name, size: count, root: frontier(count).root)
    }

    /// From 13 to 20 leaves.
    private func proof(_ earlier: Int, _ size: Int) throws -> [SHA256Digest] {
        var tiles: [TileHashes.Place: [SHA256Digest]] = [:]
        tiles[.init(level: 0, index: 0)] = Array(leaves.prefix(size))
        let hashes = TileHashes(tiles)
        let prover = MerkleProver { (position) throws(TileHashes.Missing) in try hashes.hash(at: position) }
        return try prover.consistency(from: earlier, to: size)
    }

    @Test func `puts its name and the time to a checkpoint that follows`() throws {
        let note = try note(frontier(20))
        let cosigned = try witness.cosign(
            note, of: log.key, after: checkpoint(13), proof: proof(13, 20), at: 1_780_000_000)
        #expect(cosigned.signatures.count == 2)
        #expect(witness.verifierKey.isSignature(of: cosigned))
        #expect(log.key.isSignature(of: cosigned))
        #expect(!witness.verifierKey.isSignature(of: note))
        #expect(SignedNote(text: cosigned.text) == cosigned)
        let bytes = cosigned.signatures[1].bytes
        #expect(Cosignature.parts(bytes)?.seconds == 1_780_000_000)
        var later = bytes
        later[7] ^= 1
        let shifted = SignedNote(
            body: cosigned.body,
            signatures: [.init(name: "saksi.example.my", keyID: witness.verifierKey.keyID, bytes: later)])
        #expect(!witness.verifierKey.isSignature(of: shifted))
        #expect(witness.verifierKey.text.hasPrefix("saksi.example.my+"))
        #expect(NoteKey(text: witness.verifierKey.text) == witness.verifierKey)
    }

    @Test func `signs the first checkpoint that it sees, and the same one again`() throws {
        let note = try note(frontier(13))
        _ = try witness.cosign(note, of: log.key, after: nil, proof: [], at: 1)
        _ = try witness.cosign(note, of: log.key, after: checkpoint(13), proof: [], at: 2)
    }

    @Test func `refuses two logs of one size`() throws {
        let fork = try note(frontier(13, 5))
        #expect(throws: WitnessLaw.Refusal.forked) {
            try witness.cosign(fork, of: log.key, after: checkpoint(13), proof: [], at: 1)
        }
    }

    @Test func `refuses a log that grew from another`() throws {
        let fork = try note(frontier(20, 5))
        #expect(throws: WitnessLaw.Refusal.forked) {
            try witness.cosign(fork, of: log.key, after: checkpoint(13), proof: proof(13, 20), at: 1)
        }
    }

    @Test func `refuses a log that shrank`() throws {
        let note = try note(frontier(13))
        #expect(throws: WitnessLaw.Refusal.shrunk) {
            try witness.cosign(note, of: log.key, after: checkpoint(20), proof: [], at: 1)
        }
    }

    @Test func `refuses another's log, and a note that the log did not sign`() throws {
        let key = try PEMKey.generate(.ed25519)
        let other = try NoteSigner(key, name: "sijil.example.my/log", publicKey: key.publicKey)
        let forged = try other.sign(checkpoint(13).body)
        #expect(throws: SealingProblem.self) {
            try witness.cosign(forged, of: log.key, after: nil, proof: [], at: 1)
        }
        let last = LogCheckpoint(origin: "other.example/log", size: 1, root: MerkleHash.ofNothing)
        #expect(throws: WitnessLaw.Refusal.otherLog) {
            try witness.cosign(try note(frontier(13)), of: log.key, after: last, proof: [], at: 1)
        }
    }
}
