public import Attestation

/// Signs credentials and status lists with the key of the claims; ES256 only.
public struct CredentialSigner: Sendable {
    private let signer: any Signer
    private let keyID: [UInt8]
    public let site: SiteIdentity

    /// - Parameter keyID: ``ClaimsSigner/keyID`` of the same key.
    public init(_ signer: any Signer, keyID: [UInt8], site: SiteIdentity) {
        self.signer = signer
        self.keyID = keyID
        self.site = site
    }

    public func sign(_ payload: [UInt8]) throws(SealingProblem) -> CompactJWS {
        try CompactJWS(keyID: site.keyID(keyID), payload: payload) { (bytes) throws(SealingProblem) in
            try signer.signature(of: bytes)
        }
    }

    /// Signs a status list as it is now.
    /// - Parameter now: seconds since 1970.
    public func sign(
        _ bits: StatusBits, _ purpose: StatusPurpose, number: Int, now: Int64
    ) throws(SealingProblem) -> CompactJWS {
        try sign(
            StatusListDocument(
                host: site.host, purpose: purpose, number: number, from: now, packed: try Gzip.packed(bits.bytes)
            ).payload)
    }
}

extension KeyRing {
    /// What signs credentials and status lists of a site.
    public func credentials(of host: String) -> CredentialSigner {
        CredentialSigner(claimsKey, keyID: claims.keyID, site: SiteIdentity(host: host))
    }
}

extension VerificationKey {
    /// Whether a token is this key's; which key it names is not looked at.
    public func verifies(_ token: CompactJWS) -> Bool {
        algorithm == .es256 && verifies(token.signature, of: token.toBeSigned)
    }
}

extension StatusListDocument {
    /// nil when the packed bits are not those of a list.
    public var bits: StatusBits? {
        (try? Gzip.unpacked(packed, count: StatusBits.count / 8)).flatMap { StatusBits(bytes: $0) }
    }
}
