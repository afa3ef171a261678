public import FoundationEssentials

/// The public side of one key, kept for ever: what it signed is judged by it long after it was retired.
public struct KeyRecord: Sendable, Hashable, Codable {
    public let use: KeyUse
    /// The first eight bytes of the SHA-256 of its public key, as 16 hexadecimal digits in lower case.
    public let id: String
    /// SubjectPublicKeyInfo in DER.
    public let publicKey: Data
    /// X.509 certificates in DER, the key's own first; empty for keys that sign no documents.
    public let certificates: [Data]
    /// The name that a log's key signs under: `akmal2u.customs.gov.my/log`; empty for other keys.
    public let name: String
    /// Seconds since 1970, UTC: when it began to sign.
    public let from: Int64
    /// When it was retired; nil for the key that signs now.
    public internal(set) var until: Int64?

    /// Name of the file of its private key in the ring's folder.
    var file: String { "\(use.rawValue)-\(id).pem" }
}
