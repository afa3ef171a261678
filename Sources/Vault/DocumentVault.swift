public import Digests
internal import Dispatch

/// Documents by the SHA-256 of their bytes, in a folder.
///
/// What was put is never changed and never removed; putting the same bytes again changes nothing. The disk is waited for on
/// threads of the vault's own, never on the caller's.
public struct DocumentVault: Sendable {
    private let folder: DocumentFolder
    private let queue = DispatchQueue(label: "vault", attributes: .concurrent)

    /// Opens the vault and makes its folder when only that one is missing.
    public init(at folder: String) throws(VaultError) { self.folder = try DocumentFolder(folder) }

    /// Keeps a document.
    ///
    /// It is on the disk when this returns.
    @discardableResult
    public func put(_ bytes: [UInt8]) async throws(VaultError) -> SHA256Digest {
        try await putAll([bytes])[0]
    }

    /// Keeps documents together, which waits for the disk about once instead of once each.
    ///
    /// The digests come in the documents' order. When it throws, some documents may have been kept; putting them again is safe.
    @discardableResult
    public func putAll(_ documents: [[UInt8]]) async throws(VaultError) -> [SHA256Digest] {
        try await run { folder throws(VaultError) in try folder.put(documents) }
    }

    /// Gives a whole document after checking its bytes against the digest.
    public func read(_ digest: SHA256Digest) async throws(VaultError) -> [UInt8] {
        try await run { folder throws(VaultError) in try folder.read(digest) }
    }

    /// Opens a document to be read in pieces, which are not checked.
    public func open(_ digest: SHA256Digest) async throws(VaultError) -> StoredDocument {
        let queue = queue
        return try await run { folder throws(VaultError) in try StoredDocument(folder.open(digest), queue) }
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
