internal import CCrypto
internal import Synchronization

/// A private key from a file in PEM form.
public final class PEMKey: Signer {
    private let handle: Mutex<KeyHandle>
    public let algorithm: SignatureAlgorithm
    /// SubjectPublicKeyInfo in DER.
    public let publicKey: [UInt8]
    /// For the file that keeps it; whoever has this can sign.
    public let pem: String

    /// Reads a key; one that wants a password is refused.
    public convenience init(pem: String) throws(SealingProblem) {
        try self.init(KeyHandle(pem: pem), otherwise: .unreadable("private key"))
    }

    /// Makes a new key, from libcrypto's randomness.
    public static func generate(_ algorithm: SignatureAlgorithm) throws(SealingProblem) -> PEMKey {
        switch algorithm {
        case .es256: try PEMKey(KeyHandle(akmal_generate_p256()), otherwise: .engine("make a key"))
        case .ed25519: try PEMKey(KeyHandle(akmal_generate_ed25519()), otherwise: .engine("make a key"))
        case .rs256: throw .unsuitableKey("RSA, new")
        }
    }

    private init(
        _ made: consuming sending KeyHandle?, otherwise problem: SealingProblem
    ) throws(SealingProblem) {
        guard let handle = made else { throw problem }
        guard let algorithm = handle.algorithm else {
            throw .unsuitableKey(String(cString: OBJ_nid2sn(EVP_PKEY_get_base_id(handle.pointer))))
        }
        guard let pem = handle.pem else { throw .engine("write a key") }
        self.algorithm = algorithm
        self.pem = pem
        publicKey = handle.publicKey
        self.handle = Mutex(handle)
    }

    public func signature(of message: [UInt8]) throws(SealingProblem) -> [UInt8] {
        try handle.withLock { (key) throws(SealingProblem) in try key.plainSignature(of: message, algorithm) }
    }
}
