public import Attestation
internal import CCrypto
internal import Synchronization

/// A public key that judges signatures.
public final class VerificationKey: Sendable {
    private let handle: Mutex<KeyHandle>
    public let algorithm: SignatureAlgorithm

    /// - Parameter publicKey: SubjectPublicKeyInfo in DER.
    public init(publicKey: [UInt8]) throws(SealingProblem) {
        let pointer = publicKey.withUnsafeBufferPointer { bytes in
            var start = bytes.baseAddress
            return d2i_PUBKEY(nil, &start, bytes.count)
        }
        guard let handle = KeyHandle(pointer) else { throw .unreadable("public key") }
        guard let algorithm = handle.algorithm else {
            throw .unsuitableKey(String(cString: OBJ_nid2sn(EVP_PKEY_get_base_id(handle.pointer))))
        }
        self.algorithm = algorithm
        self.handle = Mutex(handle)
    }

    /// Whether the signature is this key's; its form is the one that ``SignatureAlgorithm`` says.
    public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        var form = signature
        if algorithm == .es256 {
            guard let pair = ECDSASignature(bytes: signature) else { return false }
            form = pair.der
        }
        return handle.withLock { $0.verifies(form, of: message, algorithm) }
    }

    /// Whether signed claims are this key's; which key they name is not looked at.
    public func verifies(_ claims: SignedClaims) -> Bool {
        algorithm == .es256 && verifies(claims.signature, of: claims.toBeSigned)
    }

    /// Whether one of a note's signatures is this key's under the name.
    public func verifies(_ note: SignedNote, as key: NoteKey) -> Bool {
        algorithm == .ed25519
            && note.signatures.contains {
                $0.name == key.name && $0.keyID == key.keyID && verifies($0.bytes, of: Array(note.body.utf8))
            }
    }
}
