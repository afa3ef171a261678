internal import Digests
internal import FoundationEssentials
internal import Glibc

/// The folder that keeps the academy's keys: `keys.json` with their public sides, and one file a private key, which
/// nobody but its owner may read.
///
/// Whoever can read it can sign in the academy's name: it belongs into the back-up, and that behind a lock.
public struct KeyFolder: Sendable {
    /// Path of the folder.
    public let path: String
    private static let list = "keys.json"
    private static let authorityKey = "authority.pem"
    private static let authorityCertificate = "authority.crt"
    private static let revocation = "crl"

    public init(_ path: String) { self.path = path }

    public var isFounded: Bool { access("\(path)/\(Self.list)", F_OK) == 0 }

    /// Another value after every change of the keys; nil while there are none.
    var stamp: [Int]? {
        var status = stat()
        // A file is put into the folder under another name first, so that the folder itself tells.
        guard stat("\(path)/\(Self.list)", &status) == 0 else { return nil }
        let list = [Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
        guard stat(path, &status) == 0 else { return nil }
        return list + [Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    }

    /// Reads the ring.
    /// - Throws: ``SealingProblem/file(_:_:)`` when the folder, the list or a key is missing or may be read by others.
    public func ring() throws(SealingProblem) -> KeyRing {
        let records = try records()
        var signers: [KeyUse: any Signer] = [:]
        for record in records where record.until == nil { signers[record.use] = try signer(record.file) }
        return try KeyRing(records: records, signers: signers, authority: try authority(), lists: try lists())
    }

    /// Makes keys where there are none; where there are, nothing is changed.
    ///
    /// All of it appears at once: a second process that does the same finds the keys of the first.
    /// - Returns: whether keys were made.
    public func found(host: String, organisation: String, now: Int64) throws(SealingProblem) -> Bool {
        if isFounded { return false }
        let keys = try FreshKeys(host: host, organisation: organisation, now: now)
        let draft = KeyFolder("\(path).\(try Self.noise())")
        guard mkdir(draft.path, 0o700) == 0 else { throw .file(draft.path, Self.reason) }
        defer { draft.remove() }
        for record in keys.records {
            guard let key = keys.keys[record.use] else { continue }
            try draft.place(record.file, key.pem)
        }
        try draft.place(Self.authorityKey, keys.authority.key.pem)
        try draft.place(Self.authorityCertificate, keys.authority.certificate)
        try draft.place(Self.list, try Self.text(keys.records))
        try Self.force(draft.path)
        if rename(draft.path, path) == 0 {
            try Self.force(URL(filePath: path).deletingLastPathComponent().path)
            return true
        }
        if isFounded { return false }
        throw .file(path, Self.reason)
    }

    /// Puts a new key in the place of the one that signs now for a use; what that one signed stays valid.
    ///
    /// A program that is running takes the new one up at its next signature (``KeyCabinet``).
    /// - Returns: the new key's public side.
    public func rotate(
        _ use: KeyUse, host: String, organisation: String, now: Int64
    ) throws(SealingProblem) -> KeyRecord {
        let authority = PrivateAuthority(
            key: try privateKey(Self.authorityKey), certificate: try text(Self.authorityCertificate))
        let (record, key) = try FreshKeys.key(
            for: use, of: authority, host: host, organisation: organisation, now: now)
        try add(record, key.pem, now: now)
        return record
    }

    /// Seals documents from now on with a key and certificates of the organisation's own.
    /// - Parameters:
    ///   - key: P-256 or RSA: in PEM, or the address of one in a hardware module (``TokenAddress``).
    ///   - chain: in PEM, the key's own certificate first.
    public func take(key: String, chain: String, now: Int64) throws(SealingProblem) -> KeyRecord {
        let (key, kept) = try Self.signer(key)
        guard key.algorithm != .ed25519 else { throw .unsuitableKey("Ed25519, for PDF files") }
        let record = KeyRecord(
            key, .document, chain: try CertificateChain(pem: chain, for: key), name: "", from: now)
        guard try !records().contains(where: { $0.id == record.id && $0.use == .document && $0.until == nil }) else {
            throw .ring("this key seals documents already")
        }
        try add(record, kept, now: now)
        return record
    }

    /// Keeps an authority's list of revoked certificates, in the place of the one before it.
    /// - Throws: ``SealingProblem/ring(_:)`` when it is not of an authority of the key that seals now, has run out, or
    ///   names a certificate of it.
    public func take(_ list: RevocationList, now: Int64) throws(SealingProblem) {
        let chain = try ring().seal.chain.certificates
        guard zip(chain, chain.dropFirst()).contains(where: { list.clears($0, by: $1) }) else {
            throw .ring("the list is not of an authority of the key that seals now, or names it as revoked")
        }
        guard list.until > now, let pem = list.pem else { throw .ring("the list has run out") }
        try write("\(Hexadecimal.text(SHA256Digest(of: list.issuer).bytes.prefix(8))).\(Self.revocation)", pem)
    }

    private func lists() throws(SealingProblem) -> [RevocationList] {
        var lists: [RevocationList] = []
        for file in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        where file.hasSuffix(".\(Self.revocation)") && !file.hasPrefix(".") {
            lists.append(try RevocationList(pem: try text(file)))
        }
        return lists
    }

    /// nil where nobody but others vouches for keys.
    private func authority() throws(SealingProblem) -> PrivateAuthority? {
        guard access("\(path)/\(Self.authorityKey)", F_OK) == 0 else { return nil }
        return PrivateAuthority(
            key: try privateKey(Self.authorityKey), certificate: try text(Self.authorityCertificate))
    }

    private func add(_ record: KeyRecord, _ kept: String, now: Int64) throws(SealingProblem) {
        var records = try records()
        for index in records.indices where records[index].use == record.use && records[index].until == nil {
            records[index].until = now
        }
        try write(record.file, kept)
        try write(Self.list, try Self.text(records + [record]))
    }

    /// The public sides of all keys, the oldest first.
    public func records() throws(SealingProblem) -> [KeyRecord] {
        let text = try text(Self.list)
        do { return try JSONDecoder().decode([KeyRecord].self, from: Data(text.utf8)) } catch {
            throw .file("\(path)/\(Self.list)", "not a list of keys")
        }
    }

    private static func text(_ records: [KeyRecord]) throws(SealingProblem) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        guard let data = try? encoder.encode(records) else { throw .engine("write down the list of keys") }
        return String(decoding: data, as: UTF8.self)
    }

    /// A key as its file has it: in PEM, or the address of one in a hardware module.
    /// - Returns: also what the file shall hold.
    private static func signer(_ text: String) throws(SealingProblem) -> (any Signer, String) {
        if text.hasPrefix("pkcs11:") {
            let key = try TokenKey(TokenAddress(text))
            return (key, key.address.text + "\n")
        }
        let key = try PEMKey(pem: text)
        return (key, key.pem)
    }

    private func signer(_ file: String) throws(SealingProblem) -> any Signer {
        try Self.signer(try secret(file)).0
    }

    private func privateKey(_ file: String) throws(SealingProblem) -> PEMKey {
        try PEMKey(pem: try secret(file))
    }

    private func secret(_ file: String) throws(SealingProblem) -> String {
        var status = stat()
        guard stat("\(path)/\(file)", &status) == 0 else { throw .file("\(path)/\(file)", Self.reason) }
        guard status.st_mode & 0o077 == 0 else {
            throw .file("\(path)/\(file)", "others may read it; take that away with chmod 600")
        }
        return try text(file)
    }

    private func text(_ file: String) throws(SealingProblem) -> String {
        guard let data = try? Data(contentsOf: URL(filePath: "\(path)/\(file)")) else {
            throw .file("\(path)/\(file)", "cannot be read")
        }
        return String(decoding: data, as: UTF8.self)
    }

    /// A whole file or none, on the disk when this returns.
    private func write(_ file: String, _ text: String) throws(SealingProblem) {
        try place(file, text)
        try Self.force(path)
    }

    /// A whole file or none; its bytes are on the disk when this returns, its name once the folder is there.
    private func place(_ file: String, _ text: String) throws(SealingProblem) {
        let draft = "\(path)/.\(file).\(try Self.noise())"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard descriptor >= 0 else { throw .file(draft, Self.reason) }
        var left = Array(text.utf8)[...]
        while !left.isEmpty {
            let count = left.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else {
                let reason = Self.reason
                close(descriptor)
                unlink(draft)
                throw .file(draft, reason)
            }
            left = left.dropFirst(count)
        }
        let isDurable = fsync(descriptor) == 0
        close(descriptor)
        guard isDurable, rename(draft, "\(path)/\(file)") == 0 else { throw .file("\(path)/\(file)", Self.reason) }
    }

    /// Returns when the names in a folder are on the disk.
    private static func force(_ folder: String) throws(SealingProblem) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY)
        guard descriptor >= 0 else { throw .file(folder, reason) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .file(folder, reason) }
    }

    /// A name that nobody else uses at the same time.
    private static func noise() throws(SealingProblem) -> String {
        do { return Hexadecimal.text(try SecureRandom.bytes(8)) } catch { throw .engine("draw a name") }
    }

    private func remove() { try? FileManager.default.removeItem(atPath: path) }

    private static var reason: String { String(cString: strerror(errno)) }
}
