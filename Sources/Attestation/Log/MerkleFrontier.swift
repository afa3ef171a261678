public import Digests

/// The right edge of a log's tree: all that is needed to append to it.
///
/// It holds the hashes of the whole subtrees that the leaves fall into, the largest first; a log of a million leaves has
/// at most twenty.
public struct MerkleFrontier: Sendable, Hashable {
    public private(set) var size: Int
    private var hashes: [SHA256Digest]

    /// An empty log's.
    public init() {
        size = 0
        hashes = []
    }

    /// Takes up a log of `size` leaves again.
    /// - Parameter node: the hash of a whole subtree; asked once for each of ``positions(of:)``.
    public init(size: Int, node: (MerklePosition) throws -> SHA256Digest) rethrows {
        self.size = size
        hashes = try Self.positions(of: size).map(node)
    }

    /// The whole subtrees of a log of `size` leaves, the largest first.
    public static func positions(of size: Int) -> [MerklePosition] {
        var positions: [MerklePosition] = []
        var first = 0
        for level in stride(from: Int.bitWidth - 2, through: 0, by: -1) where size >> level & 1 == 1 {
            positions.append(MerklePosition(level: level, index: first >> level))
            first += 1 << level
        }
        return positions
    }

    /// Appends a leaf.
    /// - Returns: every hash that is now final, the leaf's own first: what a log keeps for its tiles.
    public mutating func append(_ leaf: SHA256Digest) -> [(position: MerklePosition, hash: SHA256Digest)] {
        var position = MerklePosition(level: 0, index: size)
        var hash = leaf
        var final = [(position: position, hash: hash)]
        while size >> position.level & 1 == 1, let left = hashes.popLast() {
            hash = MerkleHash.node(left, hash)
            position = MerklePosition(level: position.level + 1, index: position.index >> 1)
            final.append((position: position, hash: hash))
        }
        hashes.append(hash)
        size += 1
        return final
    }

    public var root: SHA256Digest {
        guard let last = hashes.last else { return MerkleHash.ofNothing }
        return hashes.dropLast().reversed().reduce(last) { MerkleHash.node($1, $0) }
    }
}
