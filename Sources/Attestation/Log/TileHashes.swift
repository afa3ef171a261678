public import Digests

/// The hashes of whole subtrees, computed from a few of the log's tiles.
///
/// Each is computed once, however many proofs ask for it.
public final class TileHashes {
    /// A tile that is asked for and was not given.
    public struct Missing: Error, Sendable, Hashable {
        public let level: Int
        public let index: Int
    }

    /// Which tile of a level.
    public struct Place: Sendable, Hashable, Comparable {
        public let level: Int
        public let index: Int

        public init(level: Int, index: Int) {
            self.level = level
            self.index = index
        }

        public static func < (left: Place, right: Place) -> Bool {
            (left.level, left.index) < (right.level, right.index)
        }
    }

    private let tiles: [Place: [SHA256Digest]]
    private var known: [MerklePosition: SHA256Digest] = [:]

    public init(_ tiles: [Place: [SHA256Digest]]) { self.tiles = tiles }

    /// - Throws: ``Missing`` when its tile was not given, or is not that full.
    public func hash(at position: MerklePosition) throws(Missing) -> SHA256Digest {
        if position.level.isMultiple(of: LogTile.height) {
            let level = position.level / LogTile.height
            let place = Place(level: level, index: position.index / LogTile.width)
            guard let hashes = tiles[place], position.index % LogTile.width < hashes.count else {
                throw Missing(level: place.level, index: place.index)
            }
            return hashes[position.index % LogTile.width]
        }
        if let hash = known[position] { return hash }
        let left = MerklePosition(level: position.level - 1, index: position.index * 2)
        let right = MerklePosition(level: position.level - 1, index: position.index * 2 + 1)
        let hash = MerkleHash.node(try hash(at: left), try self.hash(at: right))
        known[position] = hash
        return hash
    }

    /// The last tile of each level of a log of some size: all that is needed to append to it.
    public static func edge(of size: Int) -> Set<Place> {
        var places: Set<Place> = []
        var hashes = size
        var level = 0
        while hashes > 0 {
            places.insert(Place(level: level, index: (hashes - 1) / LogTile.width))
            hashes >>= LogTile.height
            level += 1
        }
        return places
    }

    /// The tiles that prove a leaf in a log of some size.
    public static func way(to index: Int, in size: Int) -> Set<Place> {
        var places = edge(of: size)
        var hashes = size
        var place = index
        var level = 0
        while hashes > 0 {
            place /= LogTile.width
            if place <= (hashes - 1) / LogTile.width { places.insert(Place(level: level, index: place)) }
            hashes >>= LogTile.height
            level += 1
        }
        return places
    }
}
