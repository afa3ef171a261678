import Attestation
import Digests
import Sealing

/// The public sides of the keys that ever signed, to judge by.
struct JudgingKeys {
    private var claims: [String: VerificationKey] = [:]
    private var logs: [(note: NoteKey, key: VerificationKey)] = []

    init(_ ring: KeyRing) throws {
        for record in ring.records(for: .claims) {
            claims[record.id] = try VerificationKey(publicKey: Array(record.publicKey))
        }
        for record in ring.records(for: .log) {
            logs.append((record.noteKey, try VerificationKey(publicKey: Array(record.publicKey))))
        }
    }

    func accept(_ token: CompactJWS) -> Bool { claims[token.keyName]?.verifies(token) == true }

    func accept(_ signed: SignedClaims) -> Bool { claims[Hexadecimal.text(signed.keyID)]?.verifies(signed) == true }

    func accept(_ note: SignedNote) -> Bool { logs.contains { $0.key.verifies(note, as: $0.note) } }
}
