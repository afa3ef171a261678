/// What a key of the academy signs; each has its own, so that one that is stolen opens one door only.
public enum KeyUse: String, Sendable, Hashable, CaseIterable, Codable {
    /// PDF files: P-256 or RSA, with the certificates that say whose it is.
    case document
    /// QR codes, credentials and status lists: P-256.
    case claims
    /// The log's checkpoints: Ed25519.
    case log
}
