import Attestation
import Testing

@testable import Sealing

@Suite struct `The key of the claims` {
    @Test func `signs credentials that it judges itself, and no others`() throws {
        let ring = try KeyRing.fresh(host: "sijil.example.my", organisation: "Akademi Contoh", now: 1_780_000_000)
        let token = try ring.credentials(of: "sijil.example.my").sign(Array(#"{"a":1}"#.utf8))
        let record = try #require(ring.records(for: .claims).last)
        #expect(token.keyID == "did:web:sijil.example.my#\(record.id)")
        let key = try VerificationKey(publicKey: Array(record.publicKey))
        #expect(key.verifies(token))
        #expect(!key.verifies(CompactJWS(keyID: token.keyID, payload: [], signature: token.signature)))
        #expect(!key.verifies(CompactJWS(keyID: token.keyID + "0", payload: token.payload, signature: token.signature)))
    }

    @Test func `signs status lists, which unpack to their bits`() throws {
        let ring = try KeyRing.fresh(host: "sijil.example.my", organisation: "Akademi Contoh", now: 1_780_000_000)
        let bits = StatusBits(set: [0, 200, 131_071])
        let token = try ring.credentials(of: "sijil.example.my").sign(
            bits, .suspension, number: 4, now: 1_780_000_000)
        let list = try #require(StatusListDocument(payload: token.payload))
        #expect(list.bits == bits)
        #expect(list.number == 4 && list.purpose == .suspension)
        #expect(list.packed.count < 100)
        #expect(list.packed[...] == [0x1f, 0x8b] + list.packed.dropFirst(2))
    }

    @Test func `bounds what a stranger's list may unpack to`() throws {
        let bomb = try Gzip.packed([UInt8](repeating: 0, count: 10_000_000))
        #expect(throws: SealingProblem.self) { try Gzip.unpacked(bomb, count: 16_384) }
        let short = try Gzip.packed([1, 2, 3])
        #expect(throws: SealingProblem.self) { try Gzip.unpacked(short, count: 16_384) }
        #expect(throws: SealingProblem.self) { try Gzip.unpacked(Array(short.dropLast()), count: 3) }
        #expect(throws: SealingProblem.self) { try Gzip.unpacked(short + [0], count: 3) }
        #expect(throws: SealingProblem.self) { try Gzip.unpacked([], count: 3) }
        #expect(try Gzip.unpacked(short, count: 3) == [1, 2, 3])
    }
}
