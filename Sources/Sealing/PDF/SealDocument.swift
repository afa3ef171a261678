internal import Digests
public import PDFObjects

/// Seals PDF files: a certifying PAdES signature over every byte (ETSI EN 319 142-1, baseline B).
public struct SealDocument: Sendable {
    private let key: SealingKey

    public init(_ key: SealingKey) { self.key = key }

    /// Bytes that a signature of this key may have at the most: the room to leave for it.
    ///
    /// The certificates, a signature of 512 bytes, and the frame with the signed attributes and the issuer's name.
    public var capacity: Int {
        key.chain.certificates.reduce(1200) { $0 + $1.der.count } + key.chain.own.issuer.count
    }

    public func callAsFunction(_ file: UnsealedFile) throws(SealingProblem) -> [UInt8] {
        var hasher = SHA256Hasher()
        file.bytes.withUnsafeBytes { bytes in
            for range in file.signedRanges { hasher.update(UnsafeRawBufferPointer(rebasing: bytes[range])) }
        }
        let signature = try DetachedSignature(over: hasher.finish(), by: key).bytes
        guard let sealed = file.sealed(with: signature) else {
            throw .slotTooSmall(needed: signature.count, slot: file.capacity)
        }
        return sealed
    }
}
