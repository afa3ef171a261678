public import Digests

/// Somebody who vouches that something existed at a time (RFC 3161).
public protocol TimestampAuthority: Sendable {
    /// The token over a digest: a CMS `ContentInfo` in DER.
    ///
    /// May take as long as a network does.
    func token(for digest: SHA256Digest) throws(SealingProblem) -> [UInt8]
}
