public import Digests

/// The hashes of the log's tree, as RFC 6962, 2.1 has them.
///
/// A leaf and a node never hash the same bytes: each begins with a byte that says which of the two it is.
public enum MerkleHash {
    /// Of a tree without a leaf.
    public static let ofNothing = SHA256Digest(of: [UInt8]())

    public static func leaf(_ entry: [UInt8]) -> SHA256Digest { SHA256Digest(of: [0x00] + entry) }

    public static func node(_ left: SHA256Digest, _ right: SHA256Digest) -> SHA256Digest {
        SHA256Digest(of: [0x01] + left.bytes + right.bytes)
    }
}

/// Where a whole subtree stands: `level` 0 are the leaves, and a node has the leaves from `index << level` on.
public struct MerklePosition: Sendable, Hashable {
    public let level: Int
    public let index: Int

    public init(level: Int, index: Int) {
        self.level = level
        self.index = index
    }
}
