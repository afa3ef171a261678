/// A tile of the log: 256 hashes of one level, as C2SP's tlog-tiles cuts the tree into files that never change.
///
/// Level 0 holds leaves; a hash of level *n* stands over a whole tile of level *n* − 1.
public struct LogTile: Sendable, Hashable {
    public static let width = 256
    /// Levels of the tree that one tile spans.
    public static let height = 8

    public let level: Int
    public let index: Int
    /// Hashes in it: 256, or fewer for the last of its level.
    public let count: Int

    public init(level: Int, index: Int, count: Int = LogTile.width) {
        self.level = level
        self.index = index
        self.count = count
    }

    public var isWhole: Bool { count == Self.width }

    /// `tile/0/x001/234`, and `.p/7` behind one that is not whole yet.
    public var path: String { "tile/\(level)/\(Self.number(index))" + suffix }

    /// Where the entries of a tile of level 0 are: `tile/entries/x001/234`.
    public var entriesPath: String { "tile/entries/\(Self.number(index))" + suffix }

    private var suffix: String { isWhole ? "" : ".p/\(count)" }

    /// The tiles of a log of some size, level by level; with the last of each level, be it whole or not.
    public static func all(of size: Int) -> [LogTile] { news(from: 0, to: size) }

    /// The tiles that are new, or have grown, since the log had an earlier size.
    public static func news(from earlier: Int, to size: Int) -> [LogTile] {
        var tiles: [LogTile] = []
        var level = 0
        while size >> (level * height) > 0 {
            let hashes = size >> (level * height)
            let known = earlier >> (level * height)
            if hashes > known {
                tiles += (known / width...(hashes - 1) / width).map { index in
                    LogTile(level: level, index: index, count: min(width, hashes - index * width))
                }
            }
            level += 1
        }
        return tiles
    }

    /// Where its hashes stand in the tree, in order.
    public var positions: [MerklePosition] {
        (0..<count).map { MerklePosition(level: level * Self.height, index: index * Self.width + $0) }
    }

    /// Groups of three digits, all but the last with an `x` before them: 1234067 is `x001/x234/067`.
    private static func number(_ index: Int) -> String {
        var groups: [String] = []
        var rest = index
        repeat {
            let digits = String(rest % 1000)
            let group = String(repeating: "0", count: 3 - digits.count) + digits
            groups.insert(groups.isEmpty ? group : "x" + group, at: 0)
            rest /= 1000
        } while rest > 0
        return groups.joined(separator: "/")
    }
}
