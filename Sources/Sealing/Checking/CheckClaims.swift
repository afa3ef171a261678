public import Attestation

/// What a QR code's text says, checked with nothing but the academy's public keys.
public struct CheckedClaims: Sendable, Hashable {
    /// Of the address.
    public let code: PublicCode
    /// What is signed; nil for a short address without claims, and for claims that nobody can read.
    public let claims: CertificateClaims?
    public let proof: CheckFindings.Proof
    public let steps: [CheckStep]
    /// The host that the address leads to when it is not the academy's: a look-alike site.
    public let foreignHost: String?

    /// - Parameter text: as a scanner reads it: an address of any host with the claims behind `#`.
    /// - Returns: nil when the text holds no code.
    public init?(_ text: String, keys: TrustedKeys) {
        guard let code = VerificationLink.code(in: text) else { return nil }
        self.code = code
        foreignHost = Self.host(text).flatMap { $0 == keys.host.lowercased() ? nil : $0 }
        guard let mark = text.firstIndex(of: "#") else {
            (claims, proof, steps) = (nil, .none, [])
            return
        }
        let digits = text[text.index(after: mark)...].filter { !$0.isWhitespace }
        guard let bytes = DecimalText.bytes(of: digits), let signed = SignedClaims(encoded: bytes),
            let claims = signed.claims
        else {
            (claims, proof) = (nil, .broken)
            steps = [CheckStep(.claims, .failed, "these are no claims of a certificate")]
            return
        }
        self.claims = claims
        let kid = signed.keyID.map { String(UInt16($0) + 0x100, radix: 16).dropFirst() }.joined()
        guard let known = keys.claims[kid] else {
            proof = .unknownKey
            steps = [CheckStep(.claims, .failed, "key \(kid) is none of the academy's")]
            return
        }
        let isGenuine = known.key.verifies(signed)
        let isInTime = known.term.covers(claims.issuedAt)
        let isSame = claims.code == code
        proof = !isGenuine || !isSame ? .broken : isInTime ? .holds : .unknownKey
        steps = [
            CheckStep(
                .claims, isGenuine && isInTime ? .passed : .failed,
                isGenuine && !isInTime ? "key \(kid) was retired before" : "key \(kid)"),
            CheckStep(.code, isSame ? .passed : .failed, isSame ? "" : "signed for \(claims.code.grouped)"),
        ]
    }

    private static func host(_ text: String) -> String? {
        let lower = text.lowercased()
        for scheme in ["https://", "http://"] where lower.hasPrefix(scheme) {
            return String(lower.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "#" && $0 != "?" })
        }
        return nil
    }
}
