public import Attestation
internal import Digests

/// Signs the claims of QR codes; ES256 only.
public struct ClaimsSigner: Sendable {
    private let signer: any Signer
    /// The first eight bytes of the SHA-256 of the public key.
    public let keyID: [UInt8]

    /// - Parameter publicKey: SubjectPublicKeyInfo in DER.
    public init(_ signer: any Signer, publicKey: [UInt8]) throws(SealingProblem) {
        guard signer.algorithm == .es256 else { throw .unsuitableKey("other than P-256, for claims") }
        self.signer = signer
        keyID = Array(SHA256Digest(of: publicKey).bytes.prefix(8))
    }

    public func sign(_ claims: CertificateClaims) throws(SealingProblem) -> SignedClaims {
        let payload = claims.cbor.encoded
        let message = SignedClaims.toBeSigned(payload: payload, keyID: keyID)
        return SignedClaims(keyID: keyID, payload: payload, signature: try signer.signature(of: message))
    }
}
