internal import Digests
internal import Glibc

/// The files behind a vault: `ab/cdef…`, named by the SHA-256 of what they hold.
///
/// Every call blocks on the disk.
///
/// A file appears under its name by a rename, after its bytes are on the disk: there are whole documents or none.
struct DocumentFolder {
    let root: String
    private let lanes = DiskLanes()

    /// Makes the folder; the one above it must be there.
    init(_ root: String) throws(VaultError) {
        self.root = root
        try Self.make(root)
        try Self.make("\(root)/tmp")
        guard access(root, R_OK | W_OK | X_OK) == 0 else { throw VaultError(root, errno: errno) }
        removeLeftovers()
    }

    /// Keeps all documents; when this returns they are on the disk, and each has its own digest as its name.
    func put(_ documents: [[UInt8]]) throws(VaultError) -> [SHA256Digest] {
        let digests = documents.map { SHA256Digest(of: $0) }
        var drafts: [SHA256Digest: String] = [:]
        defer { for draft in drafts.values { unlink(draft) } }
        for (digest, bytes) in zip(digests, documents) where drafts[digest] == nil {
            if try isWhole(digest) { continue }
            drafts[digest] = try draft(bytes, of: digest)
        }
        try lanes.force(Array(drafts.values), O_RDONLY)
        for (digest, draft) in drafts { try place(draft, as: digest) }
        // Also where the file was there already: whoever put it there may have died before this.
        try lanes.force(Array(Set(digests.map(folder(of:)))), O_RDONLY | O_DIRECTORY)
        drafts = [:]
        return digests
    }

    /// Opens a document for reading, without looking at its bytes.
    func open(_ digest: SHA256Digest) throws(VaultError) -> OpenFile {
        do { return try OpenFile(path(of: digest), O_RDONLY) } catch .folderMissing { throw .missing(digest) }
    }

    /// The whole document, after its bytes were found to be the right ones.
    func read(_ digest: SHA256Digest) throws(VaultError) -> [UInt8] {
        let file = try open(digest)
        let bytes = try file.read(at: 0, count: file.size())
        let found = SHA256Digest(of: bytes)
        guard found == digest else { throw .damaged(digest, found: found) }
        return bytes
    }

    /// False for a missing document and for a damaged one, which may be put again.
    private func isWhole(_ digest: SHA256Digest) throws(VaultError) -> Bool {
        do { _ = try read(digest) } catch {
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
        if try Self.make(folder) { try OpenFile(root, O_RDONLY | O_DIRECTORY).force() }
        guard rename(draft, path(of: digest)) == 0 else { throw VaultError(path(of: digest), errno: errno) }
    }

    private func folder(of digest: SHA256Digest) -> String { "\(root)/\(digest.hex.prefix(2))" }

    private func path(of digest: SHA256Digest) -> String { "\(folder(of: digest))/\(digest.hex.dropFirst(2))" }

    /// Whether the folder was not there before.
    @discardableResult
    private static func make(_ folder: String) throws(VaultError) -> Bool {
        if mkdir(folder, 0o700) == 0 { return true }
        guard errno == EEXIST else { throw VaultError(folder, errno: errno) }
        return false
    }

    /// Removes drafts that a crash left; those of the last hour may be somebody's at work.
    private func removeLeftovers() {
        let folder = "\(root)/tmp"
        guard let entries = opendir(folder) else { return }
        defer { closedir(entries) }
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            var status = stat()
            guard !name.hasPrefix("."), stat("\(folder)/\(name)", &status) == 0,
                status.st_mtim.tv_sec < time(nil) - 3600
            else { continue }
            unlink("\(folder)/\(name)")
        }
    }
}
