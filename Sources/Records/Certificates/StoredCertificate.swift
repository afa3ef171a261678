public import Academy
public import Attestation

/// A certificate as the register has it: the frozen record, and what has become of it since.
public struct StoredCertificate: Sendable, Hashable {
    public let record: CertificateRecord
    /// Account that had it issued.
    public let issuedBy: String
    public let status: CertificateStatus
    /// Since when it has this status.
    public let statusAt: Instant
    /// Why; empty while it is valid.
    public let statusReason: String
    /// SHA-256 of its file, in hexadecimal, and the file's size in bytes; nil until the file is durable.
    public let document: Document?
    /// Id of the certificate that replaces it.
    public let supersededBy: String?

    public struct Document: Sendable, Hashable {
        public let sha256: String
        public let size: Int

        public init(sha256: String, size: Int) {
            self.sha256 = sha256
            self.size = size
        }
    }

    public init(
        record: CertificateRecord, issuedBy: String, status: CertificateStatus, statusAt: Instant,
        statusReason: String = "", document: Document? = nil, supersededBy: String? = nil
    ) {
        self.record = record
        self.issuedBy = issuedBy
        self.status = status
        self.statusAt = statusAt
        self.statusReason = statusReason
        self.document = document
        self.supersededBy = supersededBy
    }
}
