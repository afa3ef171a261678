extension TileHashes {
    /// The tiles that show that a log of some size grew from an earlier one.
    /// - Precondition: `1 ≤ earlier ≤ size`.
    public static func joining(_ earlier: Int, to size: Int) -> Set<Place> {
        let upper = LogTile.all(of: size).filter { $0.level > 0 }.map { Place(level: $0.level, index: $0.index) }
        return edge(of: size).union(edge(of: earlier)).union(way(to: earlier - 1, in: size)).union(upper)
    }
}

extension LogTile {
    /// A tile as it stands in a log of some size; nil when it has no hash there yet.
    public init?(_ place: TileHashes.Place, in size: Int) {
        let hashes = (size >> (place.level * LogTile.height)) - place.index * LogTile.width
        guard hashes > 0 else { return nil }
        self.init(level: place.level, index: place.index, count: min(hashes, LogTile.width))
    }
}
