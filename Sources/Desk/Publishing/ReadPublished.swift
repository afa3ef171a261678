import Academy
public import Attestation
import Digests
import Records
import SQL
import Sealing

/// A file as it is published.
public struct PublishedFile: Sendable, Hashable {
    public let path: PublishedPath
    public let bytes: [UInt8]
    /// SHA-256 of the bytes, in hexadecimal.
    public let hash: String

    init(_ path: PublishedPath, _ bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        hash = SHA256Digest(of: bytes).hex
    }
}

/// Gives anybody what is needed to prove a certificate: keys, status lists, and the log.
///
/// Nothing in it names a person.
public struct ReadPublished: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Throws: ``Refusal/notFound`` for a list or a tile that is not there (yet).
    public func callAsFunction(_ path: PublishedPath) async throws -> PublishedFile {
        let host = office.settings.host
        switch path {
        case .keys: return PublishedFile(path, office.keys.published(host: host))
        case .identity: return PublishedFile(path, office.keys.identity(host: host))
        case .revocationList:
            let now = office.surroundings.now().milliseconds / 1000
            guard let list = try office.cabinet.revocationList(at: now) else { throw Refusal.notFound }
            return PublishedFile(path, list.der)
        case .statusList, .codeStatus, .checkpoint, .datedCheckpoint, .timestamp, .tile, .entries:
            return try await office.database.read { try Self.file(path, in: $0) }
        }
    }

    /// One that is in the database.
    static func file(_ path: PublishedPath, in transaction: borrowing Transaction) throws -> PublishedFile {
        switch path {
        case .keys, .identity, .revocationList: throw Refusal.notFound
        case .statusList(let purpose, let number):
            guard let list = try StatusLists.credential(purpose, number, in: transaction) else {
                throw Refusal.notFound
            }
            return PublishedFile(path, Array(list.utf8))
        case .codeStatus:
            guard let list = try CodeStatusList.credential(in: transaction) else { throw Refusal.notFound }
            return PublishedFile(path, Array(list.utf8))
        case .checkpoint:
            guard let head = try LogBook.head(in: transaction) else { throw Refusal.notFound }
            let lines = try LogBook.cosignatures(ofSize: head.size, in: transaction)
            return PublishedFile(path, Array((head.note + lines.map { $0 + "\n" }.joined()).utf8))
        case .datedCheckpoint(let size):
            // The log's own words, as they were dated: witnesses may have come to them since.
            guard try LogDates.find(size: size, in: transaction) != nil,
                let checkpoint = try LogBook.checkpoint(ofSize: size, in: transaction)
            else { throw Refusal.notFound }
            return PublishedFile(path, Array(checkpoint.note.utf8))
        case .timestamp(let size):
            guard let token = try LogDates.find(size: size, in: transaction).flatMap(Timestamp.init(token:)) else {
                throw Refusal.notFound
            }
            return PublishedFile(path, token.response)
        case .tile(let tile):
            try require(tile, in: transaction)
            let hashes = try LogTiles.hashes(of: .init(level: tile.level, index: tile.index), in: transaction)
            guard hashes.count >= tile.count else { throw Refusal.notFound }
            return PublishedFile(path, hashes.prefix(tile.count).flatMap(\.bytes))
        case .entries(let tile):
            try require(tile, in: transaction)
            let bodies = try LogBook.bodies(
                from: tile.index * LogTile.width, count: tile.count, in: transaction)
            guard bodies.count == tile.count else { throw Refusal.notFound }
            return PublishedFile(path, bodies.flatMap(bundled))
        }
    }

    /// Only what the last checkpoint covers is published.
    private static func require(_ tile: LogTile, in transaction: borrowing Transaction) throws {
        let hashes = try LogAppender.size(in: transaction) >> (tile.level * LogTile.height)
        guard tile.index * LogTile.width + tile.count <= hashes else { throw Refusal.notFound }
    }

    /// C2SP tlog-tiles: its length in two bytes before each entry.
    private static func bundled(_ body: String) -> [UInt8] {
        let bytes = Array(body.utf8)
        return [UInt8(truncatingIfNeeded: bytes.count >> 8), UInt8(truncatingIfNeeded: bytes.count)] + bytes
    }
}
