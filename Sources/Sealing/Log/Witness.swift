public import Attestation
public import Digests

/// Puts a second name to the log's checkpoints, for whoever does not want to believe the log alone.
public struct Witness: Sendable {
    private let key: PEMKey
    private let name: NoteKey

    /// - Parameter name: without spaces and `+`: `saksi.example.my`.
    public init(_ key: PEMKey, name: String) throws(SealingProblem) {
        guard key.algorithm == .ed25519, key.publicKey.count == 44 else {
            throw .unsuitableKey("other than Ed25519, for a witness")
        }
        guard !name.isEmpty, !name.contains(where: { $0.isWhitespace || $0 == "+" }) else {
            throw .unreadable("name of a witness")
        }
        self.key = key
        self.name = NoteKey(name: name, publicKey: Array(key.publicKey.suffix(32)), algorithm: NoteKey.witness)
    }

    /// Its verifier key, for whoever shall believe it.
    public var verifierKey: NoteKey { name }

    /// Cosigns a checkpoint that follows from the one before it.
    /// - Parameters:
    ///   - log: whose signature the note must have.
    ///   - last: what this witness cosigned last.
    ///   - seconds: now, since 1970.
    /// - Throws: ``WitnessLaw/Refusal``, or ``SealingProblem`` when the note is not the log's.
    public func cosign(
        _ note: SignedNote, of log: NoteKey, after last: LogCheckpoint?, proof: [SHA256Digest], at seconds: Int64
    ) throws -> SignedNote {
        guard log.isSignature(of: note), let checkpoint = LogCheckpoint(body: note.body),
            checkpoint.origin == log.name
        else { throw SealingProblem.unreadable("checkpoint of that log") }
        try WitnessLaw.judge(checkpoint, after: last, proof: proof)
        let signature = try key.signature(of: Cosignature.message(note.body, at: seconds))
        return SignedNote(
            body: note.body,
            signatures: note.signatures + [
                .init(
                    name: name.name, keyID: name.keyID, bytes: Cosignature.bytes(at: seconds, signature))
            ])
    }
}

extension NoteKey {
    /// Whether one of a note's signatures is this key's: a log's own, or a witness's with its time.
    public func isSignature(of note: SignedNote) -> Bool {
        guard let key = try? VerificationKey(ed25519: publicKey) else { return false }
        guard algorithm == NoteKey.witness else { return key.verifies(note, as: self) }
        return note.signatures.contains { signature in
            guard signature.name == name, signature.keyID == keyID, let parts = Cosignature.parts(signature.bytes)
            else { return false }
            return key.verifies(parts.signature, of: Cosignature.message(note.body, at: parts.seconds))
        }
    }
}

extension VerificationKey {
    /// A raw Ed25519 key, as notes name it, behind the header that makes it a SubjectPublicKeyInfo (RFC 8410, 4).
    convenience init(ed25519 key: [UInt8]) throws(SealingProblem) {
        guard key.count == 32 else { throw .unreadable("public key") }
        try self.init(publicKey: [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00] + key)
    }
}
