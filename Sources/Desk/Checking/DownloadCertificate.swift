import Academy
import Attestation
import Digests
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
    public func held(_ range: Range<Int>) -> [ArraySlice<UInt8>]? { document.held(range) }

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
        let found: CertificateFile? = try await office.database.read { transaction in
            guard let certificate = try Certificates.file(of: id, in: transaction),
                try Permission.download(
                    of: certificate.officer, course: certificate.course, by: caller, in: transaction)
            else { return nil }
            return certificate
        }
        guard let certificate = found else { throw Refusal.notFound }
        if certificate.status == .issuing { throw Refusal.notReady }
        guard certificate.status == .valid, let document = certificate.document,
            let digest = SHA256Digest(hex: document.sha256)
        else { throw Refusal.notFound }
        let name = DocumentName(serial: certificate.serial, holder: certificate.holder)
        return Download(
            document: try await office.vault.open(digest), sha256: document.sha256, size: document.size,
            asciiFileName: name.ascii, fileName: name.unicode)
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
