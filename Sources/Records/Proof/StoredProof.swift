public import Attestation

/// What was made to prove a certificate, as it is stored; the proof of inclusion is computed from the log's tiles.
public struct StoredProof: Sendable, Hashable {
    /// Its id.
    public let certificate: String
    public let status: StatusPlace
    /// ``SignedClaims/encoded``.
    public let claims: [UInt8]
    /// Compact JWS.
    public let credential: String
    /// Of the leaf of its issue.
    public let logIndex: Int
    /// Of the checkpoint that its file carries.
    public let logSize: Int

    public init(
        certificate: String, status: StatusPlace, claims: [UInt8], credential: String, logIndex: Int, logSize: Int
    ) {
        self.certificate = certificate
        self.status = status
        self.claims = claims
        self.credential = credential
        self.logIndex = logIndex
        self.logSize = logSize
    }
}
