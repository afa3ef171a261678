/// Whoever holds a private key: a file here, a hardware module elsewhere.
public protocol Signer: Sendable {
    var algorithm: SignatureAlgorithm { get }
    /// SubjectPublicKeyInfo in DER.
    var publicKey: [UInt8] { get }
    /// Signs a message; the signature is in the form that ``SignatureAlgorithm`` says.
    func signature(of message: [UInt8]) throws(SealingProblem) -> [UInt8]
}

/// How a key signs.
public enum SignatureAlgorithm: Sendable, Hashable {
    /// ECDSA over P-256 with SHA-256; the signature is r and s, 32 bytes each.
    case es256
    /// RSASSA-PKCS1-v1_5 with SHA-256; the signature is as long as the modulus.
    case rs256
    /// Ed25519 (RFC 8032); the signature has 64 bytes.
    case ed25519
}

/// A key that can sign documents: with the certificates that say whose it is.
public struct SealingKey: Sendable {
    public let signer: any Signer
    public let chain: CertificateChain

    public init(signer: any Signer, chain: CertificateChain) {
        self.signer = signer
        self.chain = chain
    }
}
