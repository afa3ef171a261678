internal import Digests
internal import Glibc
internal import Synchronization

/// All packs of a vault: finds records, and puts new ones behind the last.
///
/// Any number of processes may share the folder. Whoever appends holds a lock on it; whoever reads needs none, because a record
/// is known only once all of it is there. Nothing that stands in a pack is ever changed or cut off: behind an end that a crash
/// left, a new pack begins.
final class PackShelf: Sendable {
    private struct State {
        var index = PackIndex()
        /// How far each pack is known.
        var ends: [Int: Int] = [:]
        /// How much of each pack this process knows to be on the disk.
        var forced: [Int: Int] = [:]
        /// Whether every head was looked at, and not only the lists.
        var isSearched = false
    }

    private let root: String
    private let folder: String
    private let state = Mutex(State())
    private let limit: Int

    /// - Parameter limit: bytes after which a new pack begins.
    init(_ root: String, limit: Int) {
        self.root = root
        folder = "\(root)/packs"
        self.limit = limit
    }

    /// The record of a document and where it is; nil when no pack has it.
    /// - Parameter isSure: that it must be there, so that all packs are searched before it is given up.
    func find(
        _ document: SHA256Digest, isSure: Bool
    ) throws(VaultError) -> (record: PackRecord, place: PackPlace)? {
        if let found = try look(document) { return found }
        try refresh()
        if let found = try look(document) { return found }
        guard isSure, try search() else { return nil }
        return try look(document)
    }

    /// The record and the bytes behind it, where the index has it and the kernel has them in memory.
    func held(_ document: SHA256Digest) -> (record: PackRecord, stored: [UInt8])? {
        for place in state.withLock({ $0.index.candidates(document) }) {
            guard let file = try? OpenFile(Pack(place.pack, in: folder).path, O_RDONLY),
                let record = try? Pack.record(in: file, at: place.offset, waiting: false),
                record.document == document,
                let stored = try? Self.stored(record, in: file, at: place, waiting: false)
            else { continue }
            return (record, stored)
        }
        return nil
    }

    /// The bytes behind a head, as they are stored.
    func stored(_ record: PackRecord, at place: PackPlace) throws(VaultError) -> [UInt8] {
        try Self.stored(record, in: OpenFile(Pack(place.pack, in: folder).path, O_RDONLY), at: place, waiting: true)
    }

    private static func stored(
        _ record: PackRecord, in file: borrowing OpenFile, at place: PackPlace, waiting: Bool
    ) throws(VaultError) -> [UInt8] {
        try file.read(at: place.offset + PackRecord.size, count: record.storedCount, waiting: waiting)
    }

    /// Puts records behind one another, and returns when they and those that are there already are on the disk.
    /// - Parameter isWhole: whether a document that a pack has is undamaged; else it is put again.
    func append(
        _ records: [(record: PackRecord, stored: [UInt8])],
        unless isWhole: (PackRecord, PackPlace) throws(VaultError) -> Bool
    ) throws(VaultError) {
        if try Folder.make(folder) { try OpenFile(root, O_RDONLY | O_DIRECTORY).force() }
        let lock = try OpenFile("\(folder)/lock", O_RDWR | O_CREAT)
        try lock.lock()
        defer { lock.unlock() }
        try refresh()
        var packs: Set<Int> = []
        var (bytes, entries, taken): ([UInt8], [Pack.Entry], Set<SHA256Digest>) = ([], [], [])
        bytes.reserveCapacity(records.reduce(0) { $0 + $1.record.wholeCount })
        for (record, stored) in records where taken.insert(record.document).inserted {
            if let found = try look(record.document), try isWhole(found.record, found.place) {
                packs.insert(found.place.pack)
                continue
            }
            let start = bytes.count
            bytes += record.head
            bytes += stored
            entries.append(Pack.Entry(document: record.document, start: start, end: bytes.count))
        }
        if !bytes.isEmpty { packs.insert(try write(bytes, entries)) }
        for pack in packs { try force(pack) }
        // The records are kept by now; a list that cannot be written is made up for at the next start.
        if !bytes.isEmpty { try? enlist() }
    }

    private func look(_ document: SHA256Digest) throws(VaultError) -> (record: PackRecord, place: PackPlace)? {
        for place in state.withLock({ $0.index.candidates(document) }) {
            let file = try OpenFile(Pack(place.pack, in: folder).path, O_RDONLY)
            if let record = try Pack.record(in: file, at: place.offset), record.document == document {
                return (record, place)
            }
        }
        return nil
    }

    /// Takes in what others have appended, and at first what was there before.
    private func refresh() throws(VaultError) {
        let known = state.withLock { $0.ends }
        let last = known.keys.max()
        for number in Folder.names(in: folder).compactMap(Pack.number(of:)).sorted()
        where known[number] == nil || number == last {
            let pack = Pack(number, in: folder)
            let listed = known[number] == nil ? try pack.listed() : []
            let scanned = try pack.scan(from: known[number] ?? listed.last?.end ?? 0)
            take(listed + scanned.entries, of: number, to: scanned.end)
        }
    }

    /// Looks at every head once.
    /// - Returns: whether that was not done before.
    private func search() throws(VaultError) -> Bool {
        let (ends, isFirst) = state.withLock { state in
            defer { state.isSearched = true }
            return (state.ends, !state.isSearched)
        }
        guard isFirst else { return false }
        for number in ends.keys.sorted() {
            let scanned = try Pack(number, in: folder).scan(from: 0)
            take(scanned.entries, of: number, to: scanned.end)
        }
        return true
    }

    private func take(_ entries: [Pack.Entry], of pack: Int, to end: Int) {
        state.withLock { state in
            for entry in entries { state.index.add(entry.document, at: PackPlace(pack: pack, offset: entry.start)) }
            state.ends[pack] = max(end, state.ends[pack] ?? 0)
        }
    }

    /// - Returns: the pack in which the bytes now are, though maybe not on the disk yet.
    private func write(_ bytes: [UInt8], _ entries: [Pack.Entry]) throws(VaultError) -> Int {
        let ends = state.withLock { $0.ends }
        var number = ends.keys.max() ?? 0
        var start = 0
        if let end = ends[number] {
            let size = try OpenFile(Pack(number, in: folder).path, O_RDONLY).size()
            start = size == end && end + bytes.count <= limit ? end : 0
        }
        if start == 0 {
            number += 1
            _ = try OpenFile(Pack(number, in: folder).path, O_WRONLY | O_CREAT | O_EXCL)
            try OpenFile(folder, O_RDONLY | O_DIRECTORY).force()
        }
        let file = try OpenFile(Pack(number, in: folder).path, O_WRONLY | O_APPEND)
        do throws(VaultError) { try file.write(bytes) } catch {
            // What was written of it is no record; when it cannot be taken back, a new pack begins next time.
            _ = ftruncate(file.descriptor, start)
            throw error
        }
        take(
            entries.map { Pack.Entry(document: $0.document, start: start + $0.start, end: start + $0.end) },
            of: number, to: start + bytes.count)
        return number
    }

    private func force(_ pack: Int) throws(VaultError) {
        let (end, forced) = state.withLock { ($0.ends[pack] ?? 0, $0.forced[pack] ?? -1) }
        if forced >= end { return }
        try OpenFile(Pack(pack, in: folder).path, O_RDONLY).force()
        state.withLock { $0.forced[pack] = end }
    }

    /// Brings the last pack's list up to its end; one that a crash has torn is written anew.
    private func enlist() throws(VaultError) {
        guard let number = state.withLock({ $0.ends.keys.max() }) else { return }
        let pack = Pack(number, in: folder)
        let (count, end) = try pack.listed().reduce((0, 0)) { ($0.0 + 1, $1.end) }
        let bytes = try pack.scan(from: end).entries.flatMap(\.bytes)
        try OpenFile(pack.listPath, O_RDWR | O_CREAT).end(with: bytes, at: count * Pack.Entry.size)
    }
}

extension OpenFile {
    /// Waits until nobody else holds the file locked; the lock goes with the file.
    fileprivate borrowing func lock() throws(VaultError) {
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw VaultError(path, errno: errno) }
        }
    }

    fileprivate borrowing func unlock() { flock(descriptor, LOCK_UN) }

    /// Puts bytes in the place of all that stands from there on.
    fileprivate borrowing func end(with bytes: [UInt8], at place: Int) throws(VaultError) {
        guard ftruncate(descriptor, place) == 0, lseek(descriptor, place, SEEK_SET) == place else {
            throw VaultError(path, errno: errno)
        }
        try write(bytes)
    }
}
