import Academy
import Attestation
import Digests
import Records
import SQL
import Sealing

/// Goes through the log once, leaf by leaf, and notes what does not agree.
struct LogAudit {
    let keys: JudgingKeys
    var report = VerifyLog.Report()
    /// By size.
    private(set) var checkpoints: [Int: CheckpointRecord] = [:]
    /// When an authority dated them, in seconds since 1970.
    var dates: [Int: Int64] = [:]
    private var size = 0
    private var frontier = MerkleFrontier()
    private var lastMoment = ""
    /// By id of the certificate.
    var standings: [String: Standing] = [:]
    /// The last tile of each level that was looked at.
    private var tiles: [Int: (place: TileHashes.Place, hashes: [SHA256Digest])] = [:]
    /// Once a leaf is missing, every root behind it differs: that is told once.
    private var isRootKnownToDiffer = false

    init(keys: JudgingKeys) { self.keys = keys }

    /// Where a certificate stands after its leaves.
    struct Standing {
        let serial: String
        let firstLeaf: Int
        var lastLeaf: Int
        var status: CertificateStatus
        var reason = ""
        /// nil until it has moved.
        var since: Instant?
        let credential: SHA256Digest
        let place: StatusPlace?
        let code: PublicCode
    }

    mutating func note(_ problem: LogFault.Problem, leaf: Int? = nil, _ subject: String = "") {
        report.faults.append(LogFault(problem, leaf: leaf, subject))
    }

    mutating func readCheckpoints(in transaction: borrowing Transaction) throws {
        var read: [CheckpointRecord] = []
        try LogBook.eachCheckpoint(in: transaction) { read.append($0) }
        for checkpoint in read {
            checkpoints[checkpoint.size] = checkpoint
            size = max(size, checkpoint.size)
            let note = SignedNote(text: checkpoint.note)
            let said = note.flatMap { LogCheckpoint(body: $0.body) }
            guard let note, keys.accept(note), said?.size == checkpoint.size, said?.root.hex == checkpoint.root else {
                self.note(.checkpointUnsigned, leaf: checkpoint.size - 1, "size \(checkpoint.size)")
                continue
            }
        }
        report.checkpoints = read.count
    }

    mutating func judge(_ row: LogEntryRecord, in transaction: borrowing Transaction) throws {
        if row.index != report.leaves {
            note(.leafMissing, leaf: report.leaves)
            isRootKnownToDiffer = true
        }
        report.leaves = row.index + 1
        if row.index >= size { note(.leafUnsigned, leaf: row.index) }
        try judgeTree(row, in: transaction)
        guard let entry = LogEntry(text: row.body), entry.kind == row.kind else {
            note(.leafUnreadable, leaf: row.index)
            return
        }
        judgeDates(row.index, entry)
        if entry.at < lastMoment { note(.leafBackdated, leaf: row.index) }
        lastMoment = entry.at
        if entry.kind == .issued {
            try judgeIssue(row, entry, in: transaction)
        } else {
            judgeMove(row, entry)
        }
    }

    /// The leaf in its tile, the hashes above it, and the root of a checkpoint that ends here.
    private mutating func judgeTree(_ row: LogEntryRecord, in transaction: borrowing Transaction) throws {
        let leaf = MerkleHash.leaf(Array(row.body.utf8))
        for (position, hash) in frontier.append(leaf) where position.level.isMultiple(of: LogTile.height) {
            let place = TileHashes.Place(
                level: position.level / LogTile.height, index: position.index / LogTile.width)
            if tiles[place.level]?.place != place {
                tiles[place.level] = (place, try LogTiles.hashes(of: place, in: transaction))
            }
            let hashes = tiles[place.level]?.hashes ?? []
            let slot = position.index % LogTile.width
            if !isRootKnownToDiffer, slot >= hashes.count || hashes[slot] != hash {
                note(.tileDiffers, leaf: row.index)
                isRootKnownToDiffer = true
            }
        }
        guard let checkpoint = checkpoints[frontier.size], !isRootKnownToDiffer else { return }
        if frontier.root.hex != checkpoint.root {
            note(.rootDiffers, leaf: row.index, "size \(checkpoint.size)")
            isRootKnownToDiffer = true
        }
    }

    private mutating func judgeMove(_ row: LogEntryRecord, _ entry: LogEntry) {
        guard var standing = standings[row.certificate] else {
            note(.certificateMissing, leaf: row.index, row.certificate)
            return
        }
        let statement = LogStatement.ofMove(
            row.certificate, from: row.from ?? .issuing, to: entry.kind.status, reason: row.reason, at: row.at.iso)
        if LogEntry.hash(salt: row.salt, statement) != entry.record || row.from != standing.status
            || entry.credential != standing.credential
        {
            note(.moveDiffers, leaf: row.index, standing.serial)
        }
        standing.status = entry.kind.status
        standing.reason = row.reason
        standing.since = row.at
        standing.lastLeaf = row.index
        standings[row.certificate] = standing
    }
}
