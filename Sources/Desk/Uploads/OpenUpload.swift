public import Academy
import Digests
public import Records
import SQL
public import Vault

/// An uploaded file, open and ready to be sent.
public struct OpenedUpload: Sendable {
    public let document: StoredDocument
    /// In hexadecimal: the bytes never change, so it serves as a strong entity tag.
    public let sha256: String
    /// By its content, never by its name.
    public let mediaType: String
    /// Safe for every system, with the ending that its bytes deserve.
    public let fileName: String

    public var size: Int { document.size }

    /// The bytes of a range of the file.
    public func read(_ range: Range<Int>) async throws -> [UInt8] { try await document.read(range) }
}

/// Gives an uploaded file, or the picture of it, to those who may see it.
public struct OpenUpload: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Parameter asPicture: a picture of it: of a PDF file the first page, of a picture itself.
    /// - Throws: ``Refusal/notFound`` when there is none, when the caller may not see it, or when it has no picture.
    public func callAsFunction(
        _ id: UploadRecord.ID, asPicture: Bool, by caller: Caller
    ) async throws -> OpenedUpload {
        let found: UploadRecord? = try await office.database.read { transaction in
            guard let upload = try Uploads.find(id, in: transaction),
                try Permission.see(upload, by: caller, in: transaction)
            else { return nil }
            return upload
        }
        guard let upload = found else { throw Refusal.notFound }
        let name = OriginalName.forDownload(upload.originalName, upload.kind)
        guard asPicture, upload.kind == .pdf else {
            return try await open(upload.sha256, upload.kind.mediaType, name)
        }
        guard let preview = upload.previewSHA256 else { throw Refusal.notFound }
        return try await open(preview, UploadKind.png.mediaType, "\(name).png")
    }

    private func open(_ sha256: String, _ type: String, _ name: String) async throws -> OpenedUpload {
        guard let digest = SHA256Digest(hex: sha256) else { throw Refusal.notFound }
        return OpenedUpload(
            document: try await office.vault.open(digest), sha256: sha256, mediaType: type, fileName: name)
    }
}

extension UploadKind {
    /// As browsers are told it.
    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        }
    }
}

extension Permission {
    /// A receipt is seen by its owner, the finance unit and auditors; a letter by its owner, by those who run the course
    /// and by auditors; the proof of a correction by its owner and administrators.
    static func see(
        _ upload: UploadRecord, by caller: Caller, in transaction: borrowing Transaction
    ) throws -> Bool {
        if let owner = upload.owner, owner == caller.officer { return true }
        switch (upload.purpose, upload.course) {
        case (.receipt, _): return caller.has(.finance) || caller.has(.auditor)
        case (.letter, let course?): return try see(course, by: caller, in: transaction)
        case (.letter, nil): return caller.has(.administrator) || caller.has(.auditor)
        case (.correction, _): return caller.has(.administrator)
        }
    }
}
