public import Academy
public import Attestation

/// One leaf of the log, and what its hash was made of.
public struct LogEntryRecord: Sendable, Hashable {
    public let index: Int
    /// Id of the certificate that it is about.
    public let certificate: String
    public let kind: LogEntry.Kind
    /// The bytes of the leaf.
    public let body: String
    /// Never published.
    public let salt: [UInt8]
    /// Where a move began; nil for an issue.
    public let from: CertificateStatus?
    /// Of a move, as the certificate has it.
    public let reason: String
    /// Of a move: since when the certificate has its status.
    ///
    /// Of an issue: when the leaf was appended.
    public let at: Instant

    public init(
        index: Int, certificate: String, kind: LogEntry.Kind, body: String, salt: [UInt8],
        from: CertificateStatus? = nil, reason: String = "", at: Instant
    ) {
        self.index = index
        self.certificate = certificate
        self.kind = kind
        self.body = body
        self.salt = salt
        self.from = from
        self.reason = reason
        self.at = at
    }
}

/// What the log said of itself at one size.
public struct CheckpointRecord: Sendable, Hashable {
    public let size: Int
    /// In hexadecimal.
    public let root: String
    /// Signed by the log alone; cosignatures are kept beside it.
    public let note: String
    public let at: Instant

    public init(size: Int, root: String, note: String, at: Instant) {
        self.size = size
        self.root = root
        self.note = note
        self.at = at
    }
}
