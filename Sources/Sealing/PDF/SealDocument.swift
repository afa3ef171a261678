public import PDFObjects

/// Seals PDF files: a certifying PAdES signature over every byte (ETSI EN 319 142-1, baseline B).
public struct SealDocument: Sendable {
    private let key: SealingKey
    private let form: SignatureForm
    private let clock: (any TimestampAuthority)?
    /// Bytes that a signature of this key may have at the most: the room to leave for it.
    public let capacity: Int

    /// - Parameter clock: dates each signature (baseline T); nil leaves them undated (baseline B).
    public init(_ key: SealingKey, datedBy clock: (any TimestampAuthority)? = nil) {
        self.key = key
        form = DetachedSignature.form(of: key)
        self.clock = clock
        // A token carries its authority's certificates, of which nobody knows the size before.
        capacity = DetachedSignature.longest(by: key) + (clock == nil ? 0 : 10_000)
    }

    /// The same key, with an authority that dates what it seals.
    public func dated(by clock: any TimestampAuthority) -> SealDocument { SealDocument(key, datedBy: clock) }

    /// Whose the key is.
    var chain: CertificateChain { key.chain }

    /// The sealed file in one piece.
    public func callAsFunction(_ file: UnsealedFile) throws(SealingProblem) -> [UInt8] { try parts(of: file).bytes }

    /// The sealed file, its beginning apart where the unsealed one has it so.
    public func parts(of file: UnsealedFile) throws(SealingProblem) -> FileParts {
        let signature = try DetachedSignature(over: file.signedDigest, by: key, form, datedBy: clock).bytes
        guard let sealed = file.sealed(with: signature) else {
            throw .slotTooSmall(needed: signature.count, slot: file.capacity)
        }
        return sealed
    }
}
