/// Bytes that many files begin with, and what hashing has come to at their end.
///
/// Whole blocks of SHA-256, so that a file's hash goes on from here and costs no more than the rest of the file.
public struct HashedPrefix: Sendable {
    public let bytes: [UInt8]
    public let midstate: SHA256Midstate
    /// Of ``bytes`` alone: what they are kept by.
    public let digest: SHA256Digest

    /// nil unless there is a whole number of blocks of 64 bytes.
    public init?(_ bytes: [UInt8]) {
        var hasher = SHA256Hasher()
        hasher.update(bytes)
        guard let midstate = hasher.midstate() else { return nil }
        self.init(bytes: bytes, midstate: midstate, digest: hasher.finish())
    }

    /// Takes what was computed before.
    package init(bytes: [UInt8], midstate: SHA256Midstate, digest: SHA256Digest) {
        self.bytes = bytes
        self.midstate = midstate
        self.digest = digest
    }

    /// SHA-256 of a file that begins with these bytes.
    public func digest(followedBy rest: [UInt8]) -> SHA256Digest {
        var hasher = SHA256Hasher(after: midstate)
        hasher.update(rest)
        return hasher.finish()
    }
}

extension HashedPrefix: Hashable {
    public static func == (one: Self, other: Self) -> Bool { one.digest == other.digest }

    public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}
