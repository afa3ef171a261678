internal import Digests
internal import Dispatch
internal import Glibc

/// The files behind a vault: `ab/cdef…`, named by the SHA-256 of what they hold, and packs of tails.
///
/// Every call blocks on the disk.
///
/// A file appears under its name by a rename, after its bytes are on the disk: there are whole documents or none.
struct DocumentFolder {
    let root: String
    private let lanes = DiskLanes()
    private let tails: TailStore

    /// Makes the folder; the one above it must be there.
    init(_ root: String, packLimit: Int) throws(VaultError) {
        self.root = root
        tails = TailStore(root, limit: packLimit)
        try Folder.make(root)
        try Folder.make("\(root)/tmp")
        guard access(root, R_OK | W_OK | X_OK) == 0 else { throw VaultError(root, errno: errno) }
        removeLeftovers()
    }

    /// Keeps all documents; when this returns they are on the disk, and each has its own digest as its name.
    func put(_ documents: [StoredForm]) throws(VaultError) -> [SHA256Digest] {
        let digests = documents.map(\.digest)
        var files: [(digest: SHA256Digest, bytes: [UInt8])] = []
        var behind: [TailStore.Tail] = []
        for (digest, document) in zip(digests, documents) {
            switch document {
            case .whole(let bytes): files.append((digest, bytes))
            case .tail(let rest, let prefix):
                if access(path(of: digest), F_OK) == 0, try isWhole(digest) { continue }
                behind.append(TailStore.Tail(document: digest, prefix: prefix, bytes: rest))
            }
        }
        if behind.isEmpty {
            try putFiles(files)
        } else {
            let plan = try tails.plan(for: behind, from: self)
            try putFiles(files + plan.needs)
            try tails.put(behind, by: plan, from: self)
        }
        return digests
    }

    private func putFiles(_ files: [(digest: SHA256Digest, bytes: [UInt8])]) throws(VaultError) {
        if files.isEmpty { return }
        var drafts: [SHA256Digest: String] = [:]
        defer { for draft in drafts.values { unlink(draft) } }
        for (digest, bytes) in files where drafts[digest] == nil {
            if try isWhole(digest) { continue }
            drafts[digest] = try draft(bytes, of: digest)
        }
        try lanes.force(Array(drafts.values), O_RDONLY)
        for (digest, draft) in drafts { try place(draft, as: digest) }
        // Also where the file was there already: whoever put it there may have died before this.
        try lanes.force(Array(Set(files.map { folder(of: $0.digest) })), O_RDONLY | O_DIRECTORY)
        drafts = [:]
    }

    /// A document that needs no wait for the disk, checked as every tail is; nil for all others, and for whatever is wrong.
    func held(_ digest: SHA256Digest) -> StoredDocument? {
        tails.held(digest).map { StoredDocument($0.prefix, $0.tail) }
    }

    /// A document that is open for reading, on these threads.
    func open(_ digest: SHA256Digest, _ queue: DispatchQueue) throws(VaultError) -> StoredDocument {
        if let file = try file(digest) { return try StoredDocument(file, queue) }
        guard let found = try tails.find(digest, of: self) else { throw .missing(digest) }
        return StoredDocument(found.prefix, found.tail)
    }

    /// The whole document, after its bytes were found to be the right ones.
    func read(_ digest: SHA256Digest) throws(VaultError) -> [UInt8] {
        if access(path(of: digest), F_OK) == 0 { return try readFile(digest) }
        guard let found = try tails.find(digest, of: self) else { throw .missing(digest) }
        return found.prefix.bytes + found.tail
    }

    /// A document that is in a file of its own.
    func readFile(_ digest: SHA256Digest) throws(VaultError) -> [UInt8] {
        guard let file = try file(digest) else { throw .missing(digest) }
        let bytes = try file.read(at: 0, count: file.size())
        let found = SHA256Digest(of: bytes)
        guard found == digest else { throw .damaged(digest, found: found) }
        return bytes
    }

    /// nil when it has no file of its own.
    private func file(_ digest: SHA256Digest) throws(VaultError) -> OpenFile? {
        do throws(VaultError) { return try OpenFile(path(of: digest), O_RDONLY) } catch {
            if case .folderMissing = error { return nil }
            throw error
        }
    }

    /// False for a missing document and for a damaged one, which may be put again.
    private func isWhole(_ digest: SHA256Digest) throws(VaultError) -> Bool {
        do { _ = try readFile(digest) } catch {
            switch error {
            case .missing, .damaged: return false
            case .folderMissing, .notWritable, .full, .other: throw error
            }
        }
        return true
    }

    private func draft(_ bytes: [UInt8], of digest: SHA256Digest) throws(VaultError) -> String {
        let noise: [UInt8]
        do { noise = try SecureRandom.bytes(8) } catch { throw .other(path: root, message: "\(error)") }
        let path = "\(root)/tmp/\(digest.hex)-\(Hexadecimal.text(noise))"
        let file = try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL)
        do { try file.write(bytes) } catch {
            unlink(path)
            throw error
        }
        return path
    }

    private func place(_ draft: String, as digest: SHA256Digest) throws(VaultError) {
        let folder = folder(of: digest)
        if try Folder.make(folder) { try OpenFile(root, O_RDONLY | O_DIRECTORY).force() }
        guard rename(draft, path(of: digest)) == 0 else { throw VaultError(path(of: digest), errno: errno) }
    }

    private func folder(of digest: SHA256Digest) -> String { "\(root)/\(digest.hex.prefix(2))" }

    private func path(of digest: SHA256Digest) -> String { "\(folder(of: digest))/\(digest.hex.dropFirst(2))" }

    /// Removes drafts that a crash left; those of the last hour may be somebody's at work.
    private func removeLeftovers() {
        let folder = "\(root)/tmp"
        for name in Folder.names(in: folder) {
            var status = stat()
            guard stat("\(folder)/\(name)", &status) == 0, status.st_mtim.tv_sec < time(nil) - 3600 else { continue }
            unlink("\(folder)/\(name)")
        }
    }
}
