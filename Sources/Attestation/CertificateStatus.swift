/// What the academy says of a certificate today.
///
/// The raw value is stored.
public enum CertificateStatus: String, Sendable, Hashable, CaseIterable, Codable {
    /// Earned and numbered, its file not yet durable: not released to anyone.
    case issuing
    /// Sah.
    case valid
    /// Digantung: a condition is being looked at again.
    case suspended
    /// Dibatalkan.
    case revoked
    /// Diganti by a corrected certificate.
    case superseded
}
