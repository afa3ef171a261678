/// Why a key cannot be used, or a signature cannot be made.
public enum SealingProblem: Error, Sendable, Hashable {
    /// The text holds no private key, certificate or public key in PEM form that can be read.
    case unreadable(String)
    /// Only P-256, RSA of 2048 bits and more, and Ed25519 are used.
    case unsuitableKey(String)
    /// The first certificate is not the key's.
    case wrongCertificate
    /// The signature is longer than the place that was left for it, in bytes.
    case slotTooSmall(needed: Int, slot: Int)
    /// An authority for time gave no token, or one for something else.
    case timestamp(String)
    /// A hardware module or a key in it cannot be used.
    case token(String)
    /// The ring of keys is not whole.
    case ring(String)
    /// A file or folder of keys, by its path, and why it cannot be used.
    case file(String, String)
    /// libcrypto gave up while it did this.
    case engine(String)
}

extension SealingProblem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable(let what): "no \(what) in PEM form can be read there"
        case .unsuitableKey(let kind):
            "a key of the kind \(kind) is not used; P-256, RSA from 2048 bits and Ed25519 are"
        case .wrongCertificate: "the first certificate is not the key's own"
        case .slotTooSmall(let needed, let slot): "a signature of \(needed) bytes does not fit into \(slot)"
        case .timestamp(let reason): "timestamp: \(reason)"
        case .token(let reason): "PKCS#11: \(reason)"
        case .ring(let reason): "the keys cannot be used: \(reason)"
        case .file(let path, let reason): "\(path): \(reason)"
        case .engine(let deed): "libcrypto could not \(deed)"
        }
    }
}
