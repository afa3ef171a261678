public import Digests
internal import Dispatch

/// Documents by the SHA-256 of their bytes, in a folder: each in a file of its own, or as a tail behind a prefix that many share.
///
/// What was put is never changed and never removed; putting the same bytes again changes nothing. The disk is waited for on
/// threads of the vault's own, never on the caller's.
public struct DocumentVault: Sendable {
    private let folder: DocumentFolder
    private let queue = DispatchQueue(label: "vault", attributes: .concurrent)

    /// Opens the vault and makes its folder when only that one is missing.
    /// - Parameter packLimit: bytes of tails in one file.
    public init(at folder: String, packLimit: Int = 64 << 20) throws(VaultError) {
        self.folder = try DocumentFolder(folder, packLimit: packLimit)
    }

    /// Keeps a document.
    ///
    /// It is on the disk when this returns.
    @discardableResult
    public func put(_ bytes: [UInt8]) async throws(VaultError) -> SHA256Digest {
        try await put(.whole(bytes))
    }

    /// Keeps a document in the form in which it is handed in.
    @discardableResult
    public func put(_ document: StoredForm) async throws(VaultError) -> SHA256Digest {
        try await putAll([document])[0]
    }

    @discardableResult
    public func putAll(_ documents: [[UInt8]]) async throws(VaultError) -> [SHA256Digest] {
        try await putAll(documents.map(StoredForm.whole))
    }

    /// Keeps documents together, which waits for the disk about once instead of once each.
    ///
    /// The digests come in the documents' order. When it throws, some documents may have been kept; putting them again is safe.
    @discardableResult
    public func putAll(_ documents: [StoredForm]) async throws(VaultError) -> [SHA256Digest] {
        try await run { folder throws(VaultError) in try folder.put(documents) }
    }

    /// Gives a whole document after checking its bytes against the digest.
    public func read(_ digest: SHA256Digest) async throws(VaultError) -> [UInt8] {
        try await run { folder throws(VaultError) in try folder.read(digest) }
    }

    /// A document whose bytes the kernel has in memory, without waiting for the disk; nil where that would be needed.
    public func held(_ digest: SHA256Digest) -> StoredDocument? { folder.held(digest) }

    /// Opens a document to be read in pieces; those of a file of its own are not checked.
    ///
    /// A tail that the kernel has in memory is read at once, which takes less than a change of threads.
    public func open(_ digest: SHA256Digest) async throws(VaultError) -> StoredDocument {
        if let held = folder.held(digest) { return held }
        let queue = queue
        return try await run { folder throws(VaultError) in try folder.open(digest, queue) }
    }

    /// The number of bytes of a document.
    public func size(of digest: SHA256Digest) async throws(VaultError) -> Int { try await open(digest).size }

    private func run<Value: Sendable>(
        _ body: @escaping @Sendable (DocumentFolder) throws(VaultError) -> Value
    ) async throws(VaultError) -> Value {
        let folder = folder
        return try await queue.run { () throws(VaultError) in try body(folder) }
    }
}

extension DispatchQueue {
    /// Runs blocking work here and waits for it without keeping the caller's thread.
    func run<Value: Sendable>(
        _ body: @escaping @Sendable () throws(VaultError) -> Value
    ) async throws(VaultError) -> Value {
        let result: Result<Value, VaultError> = await withCheckedContinuation { continuation in
            async {
                do throws(VaultError) {
                    continuation.resume(returning: .success(try body()))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }
}
