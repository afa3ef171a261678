/// Claims with a signature: a CWT (RFC 8392) as COSE_Sign1 (RFC 9052, 4.2) with ES256.
public struct SignedClaims: Sendable, Hashable {
    /// Names the key; at most eight bytes.
    public let keyID: [UInt8]
    /// The claims as they were signed, byte for byte.
    public let payload: [UInt8]
    /// r and s, 32 bytes each.
    public let signature: [UInt8]

    public init(keyID: [UInt8], payload: [UInt8], signature: [UInt8]) {
        self.keyID = keyID
        self.payload = payload
        self.signature = signature
    }

    /// Claims with a signature of zeros: as long as real ones, to see whether they fit before a serial is drawn.
    public static func placeholder(for claims: CertificateClaims) -> SignedClaims {
        SignedClaims(
            keyID: [UInt8](repeating: 0, count: 8), payload: claims.cbor.encoded,
            signature: [UInt8](repeating: 0, count: signatureCount))
    }

    private static let tag: UInt64 = 18
    private static let signatureCount = 64
    /// ES256: ECDSA over P-256 with SHA-256.
    private static let algorithm: Int64 = -7

    /// The bytes that a key signs: COSE's Sig_structure (RFC 9052, 4.4).
    public static func toBeSigned(payload: [UInt8], keyID: [UInt8]) -> [UInt8] {
        CBORValue.array([.text("Signature1"), .bytes(protected(keyID)), .bytes([]), .bytes(payload)]).encoded
    }

    public var toBeSigned: [UInt8] { Self.toBeSigned(payload: payload, keyID: keyID) }

    /// nil when the payload holds no claims that we know.
    public var claims: CertificateClaims? {
        (try? CBORReader.read(payload)).flatMap(CertificateClaims.init(cbor:))
    }

    public var encoded: [UInt8] {
        CBORValue.tagged(
            Self.tag,
            .array([.bytes(Self.protected(keyID)), .map([]), .bytes(payload), .bytes(signature)])
        ).encoded
    }

    /// Reads what ``encoded`` writes; nil for anything else, another algorithm among it.
    public init?(encoded: [UInt8]) {
        guard case .tagged(Self.tag, .array(let parts))? = try? CBORReader.read(encoded), parts.count == 4,
            case .bytes(let header) = parts[0], parts[1] == .map([]), case .bytes(let payload) = parts[2],
            case .bytes(let signature) = parts[3], signature.count == Self.signatureCount,
            let fields = try? CBORReader.read(header), fields[1]?.integer == Self.algorithm,
            case .bytes(let keyID)? = fields[4], (1...8).contains(keyID.count), Self.protected(keyID) == header
        else { return nil }
        self.init(keyID: keyID, payload: payload, signature: signature)
    }

    private static func protected(_ keyID: [UInt8]) -> [UInt8] {
        CBORValue.map(of: [.init(.integer(1), .integer(algorithm)), .init(.integer(4), .bytes(keyID))]).encoded
    }
}
