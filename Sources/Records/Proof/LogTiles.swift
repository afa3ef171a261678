public import Attestation
public import Digests
public import SQL

/// The hashes of the log, tile by tile; a tile grows until it is whole, and what is in it never changes.
public enum LogTiles {
    /// The hashes that a tile has now; empty when there is none.
    public static func hashes(
        of place: TileHashes.Place, in transaction: borrowing Transaction
    ) throws -> [SHA256Digest] {
        let bytes: [UInt8]? = try transaction.first(
            "SELECT hashes FROM log_tile WHERE level = \(place.level) AND number = \(place.index)"
        ) { try $0["hashes"] }
        guard let bytes else { return [] }
        guard bytes.count.isMultiple(of: SHA256Digest.count), bytes.count <= LogTile.width * SHA256Digest.count else {
            throw SQLError(kind: .decoding(column: "hashes"), sql: "", message: "it holds no tile")
        }
        return stride(from: 0, to: bytes.count, by: SHA256Digest.count).compactMap { start in
            SHA256Digest(bytes: bytes[start..<start + SHA256Digest.count])
        }
    }

    /// The tiles of a set, for proofs.
    public static func hashes(
        of places: Set<TileHashes.Place>, in transaction: borrowing Transaction
    ) throws -> [TileHashes.Place: [SHA256Digest]] {
        var tiles: [TileHashes.Place: [SHA256Digest]] = [:]
        for place in places { tiles[place] = try hashes(of: place, in: transaction) }
        return tiles
    }

    /// Puts a tile in its place, with what it held and what has come.
    public static func save(
        _ hashes: [SHA256Digest], as place: TileHashes.Place, in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO log_tile (level, number, hashes)
            VALUES (\(place.level), \(place.index), \(hashes.flatMap(\.bytes)))
            ON CONFLICT (level, number) DO UPDATE SET hashes = excluded.hashes
            """)
    }
}
