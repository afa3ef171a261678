public import Digests

/// What a witness of the log has seen, and what it will put its name to.
///
/// A witness need not be believed when it speaks for the log: it only promises never to have seen two histories.
public enum WitnessLaw {
    public enum Refusal: String, Error, Sendable, Hashable, CaseIterable {
        /// The checkpoint is another log's.
        case otherLog = "other_log"
        /// The log had more leaves before.
        case shrunk
        /// The log had other leaves at the same size, or at a smaller one.
        case forked
    }

    /// - Parameters:
    ///   - last: what was cosigned last; nil for the first time.
    ///   - proof: of consistency; empty when the size is the same.
    public static func judge(
        _ new: LogCheckpoint, after last: LogCheckpoint?, proof: [SHA256Digest]
    ) throws(Refusal) {
        guard let last else { return }
        guard new.origin == last.origin else { throw .otherLog }
        guard new.size >= last.size else { throw .shrunk }
        // Everything grows from nothing.
        if last.size == 0 { return }
        guard
            MerkleVerifier.isConsistent(
                from: last.size, root: last.root, to: new.size, root: new.root, proof: proof)
        else { throw .forked }
    }
}

/// A witness's signature, with its time (C2SP tlog-cosignature, version 1).
public enum Cosignature {
    /// The bytes that a witness signs.
    public static func message(_ body: String, at seconds: Int64) -> [UInt8] {
        Array("cosignature/v1\ntime \(seconds)\n\(body)".utf8)
    }

    /// What stands in the signature's line: the time in eight bytes, then the signature.
    public static func bytes(at seconds: Int64, _ signature: [UInt8]) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: seconds >> (56 - 8 * $0)) } + signature
    }

    /// nil unless there are the time and 64 bytes of signature.
    public static func parts(_ bytes: [UInt8]) -> (seconds: Int64, signature: [UInt8])? {
        guard bytes.count == 72, bytes[0] < 0x80 else { return nil }
        return (bytes.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }, Array(bytes.dropFirst(8)))
    }
}
