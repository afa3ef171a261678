import Academy
import Attestation
public import Digests
import Records
import SQL
public import Vault

/// A certificate's file, open and ready to be sent.
public struct Download: Sendable {
    public let document: StoredDocument
    /// In hexadecimal: the bytes never change, so it serves as a strong entity tag.
    public let sha256: String
    public let size: Int
    /// `sijil-AKMAL-2026-000001-NUR-AISYAH-BINTI-AHMAD.pdf`, in ASCII whatever the name.
    public let asciiFileName: String
    /// The same with the name as it is, made safe for every system.
    public let fileName: String

    /// The bytes of a range of the file, one part behind the other, where they are in memory already.
    public func held(_ range: Range<Int>) -> [StoredDocument.Piece]? { document.held(range) }

    /// Names bytes that many files begin with.
    public typealias Beginning = SHA256Digest

    /// The bytes of a range of the file.
    public func read(_ range: Range<Int>) async throws -> [UInt8] { try await document.read(range) }
}

/// Gives the holder, or those who issue, the very bytes that were made when the certificate was issued.
public struct DownloadCertificate: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Throws: ``Refusal/notFound`` when there is none, when it is somebody else's, or when it is not valid now;
    ///   ``Refusal/notReady`` while its file is being made.
    public func callAsFunction(_ id: String, by caller: Caller) async throws -> Download {
        let released = try ReleasedFile(try await office.database.read { try Self.find(id, by: caller, in: $0) })
        return released.download(of: try await office.vault.open(released.digest))
    }

    /// The same before this returns.
    /// - Returns: nil where it would take a wait for the database or the disk.
    public func atOnce(_ id: String, by caller: Caller) throws -> Download? {
        guard let found = try office.database.readAtOnce({ try Self.find(id, by: caller, in: $0) }) else { return nil }
        let released = try ReleasedFile(found)
        return office.vault.held(released.digest).map(released.download)
    }

    private static func find(
        _ id: String, by caller: Caller, in transaction: borrowing Transaction
    ) throws -> CertificateFile? {
        guard let certificate = try Certificates.file(of: id, in: transaction),
            try Permission.download(
                of: certificate.officer, course: certificate.course, by: caller, in: transaction)
        else { return nil }
        return certificate
    }

    /// A file that may be handed out.
    private struct ReleasedFile {
        let digest: SHA256Digest
        let document: StoredCertificate.Document
        let name: DocumentName

        init(_ found: CertificateFile?) throws(Refusal) {
            guard let certificate = found else { throw .notFound }
            if certificate.status == .issuing { throw .notReady }
            guard certificate.status == .valid, let document = certificate.document,
                let digest = SHA256Digest(hex: document.sha256)
            else { throw .notFound }
            self.digest = digest
            self.document = document
            name = DocumentName(serial: certificate.serial, holder: certificate.holder)
        }

        func download(of stored: StoredDocument) -> Download {
            Download(
                document: stored, sha256: document.sha256, size: document.size, asciiFileName: name.ascii,
                fileName: name.unicode)
        }
    }
}

extension Permission {
    /// The file itself: its holder and those who run the course.
    static func download(
        of officer: String, course: String, by caller: Caller, in transaction: borrowing Transaction
    ) throws -> Bool {
        try caller.officer == .init(officer) || run(.init(course), by: caller, in: transaction)
    }
}
