public import Attestation

/// Signs the log's checkpoints; Ed25519 only (C2SP signed-note).
public struct NoteSigner: Sendable {
    private let signer: any Signer
    public let key: NoteKey

    /// - Parameters:
    ///   - name: the log's origin.
    ///   - publicKey: SubjectPublicKeyInfo in DER, of which the key itself is the last 32 bytes (RFC 8410, 4).
    public init(_ signer: any Signer, name: String, publicKey: [UInt8]) throws(SealingProblem) {
        guard signer.algorithm == .ed25519, publicKey.count == 44 else {
            throw .unsuitableKey("other than Ed25519, for the log")
        }
        self.signer = signer
        key = NoteKey(name: name, publicKey: Array(publicKey.suffix(32)))
    }

    public func sign(_ body: String) throws(SealingProblem) -> SignedNote {
        let signature = try signer.signature(of: Array(body.utf8))
        return SignedNote(body: body, signatures: [.init(name: key.name, keyID: key.keyID, bytes: signature)])
    }
}
