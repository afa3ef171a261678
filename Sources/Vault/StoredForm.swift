public import Digests

/// How a document is handed in to be kept.
public enum StoredForm: Sendable, Hashable {
    /// In a file of its own.
    case whole([UInt8])
    /// Behind bytes that many documents begin with: those are kept once, and this document's rest in a pack.
    case tail([UInt8], behind: HashedPrefix)

    /// SHA-256 of the whole document.
    public var digest: SHA256Digest {
        switch self {
        case .whole(let bytes): SHA256Digest(of: bytes)
        case .tail(let rest, let prefix): prefix.digest(followedBy: rest)
        }
    }

    /// Bytes of the whole document.
    public var count: Int {
        switch self {
        case .whole(let bytes): bytes.count
        case .tail(let rest, let prefix): prefix.bytes.count + rest.count
        }
    }
}
