internal import Digests
public import PDFObjects

/// Seals PDF files: a certifying PAdES signature over every byte (ETSI EN 319 142-1, baseline B).
public struct SealDocument: Sendable {
    private let key: SealingKey
    private let clock: (any TimestampAuthority)?
    /// Bytes that a signature of this key may have at the most: the room to leave for it.
    public let capacity: Int

    /// - Parameter clock: dates each signature (baseline T); nil leaves them undated (baseline B).
    public init(_ key: SealingKey, datedBy clock: (any TimestampAuthority)? = nil) {
        self.key = key
        self.clock = clock
        // A token carries its authority's certificates, of which nobody knows the size before.
        capacity = DetachedSignature.longest(by: key) + (clock == nil ? 0 : 10_000)
    }

    /// The same key, with an authority that dates what it seals.
    public func dated(by clock: any TimestampAuthority) -> SealDocument { SealDocument(key, datedBy: clock) }

    /// Whose the key is.
    var chain: CertificateChain { key.chain }

    public func callAsFunction(_ file: UnsealedFile) throws(SealingProblem) -> [UInt8] {
        var hasher = if let head = file.head { SHA256Hasher(after: head) } else { SHA256Hasher() }
        let known = file.head?.count ?? 0
        file.bytes.withUnsafeBytes { bytes in
            for range in file.signedRanges {
                hasher.update(UnsafeRawBufferPointer(rebasing: bytes[max(range.lowerBound, known)..<range.upperBound]))
            }
        }
        let signature = try DetachedSignature(over: hasher.finish(), by: key, datedBy: clock).bytes
        guard let sealed = file.sealed(with: signature) else {
            throw .slotTooSmall(needed: signature.count, slot: file.capacity)
        }
        return sealed
    }
}
