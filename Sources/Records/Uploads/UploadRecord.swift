public import Academy

/// What the vault's bytes are, by their content.
public enum UploadKind: String, Sendable, Hashable, CaseIterable {
    case pdf, jpeg, png
}

/// What a file was sent for; it decides who may open it.
public enum UploadPurpose: String, Sendable, Hashable, CaseIterable {
    /// Resit iPayment.
    case receipt
    /// Surat sebab tidak hadir.
    case letter
    /// What proves that the staff directory is wrong.
    case correction
}

/// A file that somebody sent.
public struct UploadRecord: Sendable, Hashable {
    public typealias ID = Identifier<UploadRecord>

    /// 128 bits of randomness: an address that nobody can guess, though it is checked all the same.
    public let id: ID
    public let purpose: UploadPurpose
    /// The officer whom it concerns.
    public let owner: Officer.ID?
    public let course: Course.ID?
    /// Account.
    public let uploadedBy: String
    public let uploadedAt: Instant
    public let kind: UploadKind
    /// As the sender's computer called it: shown, never used as a path.
    public let originalName: String
    /// In hexadecimal.
    public let sha256: String
    public let size: Int
    /// The picture of a PDF file's first page; nil for pictures, which show themselves, and where none could be made.
    public let previewSHA256: String?

    public init(
        id: ID, purpose: UploadPurpose, owner: Officer.ID?, course: Course.ID?, uploadedBy: String,
        uploadedAt: Instant, kind: UploadKind, originalName: String, sha256: String, size: Int, previewSHA256: String?
    ) {
        self.id = id
        self.purpose = purpose
        self.owner = owner
        self.course = course
        self.uploadedBy = uploadedBy
        self.uploadedAt = uploadedAt
        self.kind = kind
        self.originalName = originalName
        self.sha256 = sha256
        self.size = size
        self.previewSHA256 = previewSHA256
    }
}
