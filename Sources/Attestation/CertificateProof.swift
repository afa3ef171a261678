/// What goes with a certificate so that anybody can prove it without asking the academy.
public struct CertificateProof: Sendable, Hashable {
    /// What its QR code says and signs.
    public let claims: SignedClaims
    /// The Open Badges 3.0 credential as a compact JWS.
    public let credential: String
    /// That the log holds the credential's entry.
    public let log: LogProof

    public init(claims: SignedClaims, credential: String, log: LogProof) {
        self.claims = claims
        self.credential = credential
        self.log = log
    }
}
