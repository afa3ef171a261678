import Academy
import Attestation
import Digests
import Records
import SQL
import Sealing

/// Appends leaves to the log, in the caller's transaction, and signs one checkpoint over all of them.
struct LogAppender {
    let signer: NoteSigner
    let surroundings: Surroundings

    init(_ office: Office) {
        signer = office.keys.note
        surroundings = office.surroundings
    }

    /// What a leaf is to say; its index is the log's to give.
    struct Leaf {
        let certificate: String
        let kind: LogEntry.Kind
        /// Of the credential's text.
        let credential: SHA256Digest
        /// As ``LogStatement`` writes it.
        let statement: String
        var from: CertificateStatus?
        var reason = ""
        /// Of a move: since when the certificate has its status.
        var since: Instant?
    }

    /// How many leaves the log has: the index that the next one gets.
    static func size(in transaction: borrowing Transaction) throws -> Int {
        try LogBook.head(in: transaction)?.size ?? 0
    }

    /// What leaves became, with all that proves them in hand.
    struct Appended {
        /// Of the first leaf.
        let first: Int
        /// The log's new size.
        let size: Int
        /// The leaves' bytes, in their order.
        let bodies: [[UInt8]]
        let note: SignedNote
        fileprivate let anchor: LogAnchor
        fileprivate let hashes: TileHashes

        /// That a leaf of these, counted from 0, is in the log.
        func proof(of leaf: Int) throws -> LogProof? {
            let hashes = hashes
            let prover = MerkleProver { (position) throws(TileHashes.Missing) in try hashes.hash(at: position) }
            do {
                return LogProof(
                    index: first + leaf, hashes: try prover.inclusion(of: first + leaf, in: size), anchor: anchor,
                    extra: bodies[leaf])
            } catch {
                throw DamagedLog(size: size)
            }
        }
    }

    /// - Returns: nil when there is nothing to append.
    /// - Throws: ``DamagedLog`` when the tiles are not those of the last checkpoint: nothing is signed over them.
    @discardableResult
    func append(_ leaves: [Leaf], at now: Instant, in transaction: borrowing Transaction) throws -> Appended? {
        let head = try LogBook.head(in: transaction)
        let first = head?.size ?? 0
        guard !leaves.isEmpty else { return nil }
        var tiles = try LogTiles.hashes(of: TileHashes.edge(of: first), in: transaction)
        var frontier = try frontier(of: first, root: head?.root, tiles)
        var grown: Set<TileHashes.Place> = []
        var bodies: [[UInt8]] = []
        for (offset, leaf) in leaves.enumerated() {
            let salt = try surroundings.random(16)
            let entry = LogEntry(
                kind: leaf.kind, at: now.iso, credential: leaf.credential,
                record: LogEntry.hash(salt: salt, leaf.statement))
            let text = entry.text
            let body = Array(text.utf8)
            bodies.append(body)
            try LogBook.insert(
                LogEntryRecord(
                    index: first + offset, certificate: leaf.certificate, kind: leaf.kind, body: text,
                    salt: salt, from: leaf.from, reason: leaf.reason, at: leaf.since ?? now),
                in: transaction)
            for (position, hash) in frontier.append(MerkleHash.leaf(body))
            where position.level.isMultiple(of: LogTile.height) {
                let place = TileHashes.Place(
                    level: position.level / LogTile.height, index: position.index / LogTile.width)
                tiles[place, default: []].append(hash)
                grown.insert(place)
            }
        }
        for place in grown.sorted() { try LogTiles.save(tiles[place] ?? [], as: place, in: transaction) }
        let note = try sign(frontier, at: now, in: transaction)
        guard let anchor = LogAnchor(note) else { throw DamagedLog(size: frontier.size) }
        return Appended(
            first: first, size: frontier.size, bodies: bodies, note: note, anchor: anchor, hashes: TileHashes(tiles))
    }

    private func frontier(
        of size: Int, root: String?, _ tiles: [TileHashes.Place: [SHA256Digest]]
    ) throws -> MerkleFrontier {
        do {
            // A tile that holds more than the checkpoint covers belongs to a log whose end was cut off.
            guard tiles.allSatisfy({ $0.value.count == LogTile($0.key, in: size)?.count }) else {
                throw DamagedLog(size: size)
            }
            let hashes = TileHashes(tiles)
            let frontier = try MerkleFrontier(size: size) { try hashes.hash(at: $0) }
            guard size == 0 || frontier.root.hex == root else { throw DamagedLog(size: size) }
            return frontier
        } catch is TileHashes.Missing {
            throw DamagedLog(size: size)
        }
    }

    private func sign(
        _ frontier: MerkleFrontier, at now: Instant, in transaction: borrowing Transaction
    ) throws -> SignedNote {
        let checkpoint = LogCheckpoint(origin: signer.key.name, size: frontier.size, root: frontier.root)
        let note = try signer.sign(checkpoint.body)
        try LogBook.insert(
            CheckpointRecord(size: frontier.size, root: frontier.root.hex, note: note.text, at: now), in: transaction)
        return note
    }
}

/// The log's hashes are not those that its last checkpoint was signed over.
public struct DamagedLog: Error, Sendable, CustomStringConvertible {
    /// Of the last checkpoint.
    public let size: Int

    public var description: String {
        "the log is not the one of its last checkpoint (size \(size)); run: akmal log verify"
    }
}
