import ArgumentParser
import Attestation
import Digests
import Foundation

/// The log as published files in a folder, whoever has put them there.
struct LogFiles {
    let root: URL

    /// The whole of a small file; `-` is standard input.
    static func text(_ path: String) throws -> String {
        let data =
            path == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(filePath: path))
        guard data.count <= 1_000_000 else { throw ValidationError("\(path) is too large") }
        return String(decoding: data, as: UTF8.self)
    }

    func checkpoint() throws -> String { try Self.text(root.appending(path: "log/checkpoint").path) }

    /// The proof that the log grew, from its tiles; empty when there is nothing to prove or the tiles do not do.
    func consistency(from earlier: Int, to size: Int) throws -> [SHA256Digest] {
        guard earlier > 0, earlier < size else { return [] }
        var tiles: [TileHashes.Place: [SHA256Digest]] = [:]
        for place in TileHashes.joining(earlier, to: size) {
            guard let tile = LogTile(place, in: size) else { continue }
            tiles[place] = try hashes(of: tile)
        }
        let hashes = TileHashes(tiles)
        let prover = MerkleProver { (position) throws(TileHashes.Missing) in try hashes.hash(at: position) }
        return try prover.consistency(from: earlier, to: size)
    }

    private func hashes(of tile: LogTile) throws -> [SHA256Digest] {
        let data = try Data(contentsOf: root.appending(path: "log/\(tile.path)"))
        guard data.count == tile.count * SHA256Digest.count else {
            throw ValidationError("log/\(tile.path) is no tile")
        }
        return stride(from: 0, to: data.count, by: SHA256Digest.count).compactMap { start in
            SHA256Digest(bytes: data[start..<start + SHA256Digest.count])
        }
    }
}
