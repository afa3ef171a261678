import Academy
import Attestation
import Records
import SQL

/// A certificate as software reads it: its Open Badges 3.0 credential.
public struct CredentialFile: Sendable, Hashable {
    /// Compact JWS.
    public let text: String
    /// `sijil-AKMAL-2026-000001-NUR-AISYAH.jwt`, in ASCII whatever the name.
    public let fileName: String
}

/// Gives the holder, or those who run the course, the credential that is also in the certificate's file.
public struct DownloadCredential: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Throws: ``Refusal/notFound`` when there is none, when it is somebody else's, or when it is not valid now.
    public func callAsFunction(_ id: String, by caller: Caller) async throws -> CredentialFile {
        try await office.database.read { transaction in
            guard let certificate = try Certificates.find(id, in: transaction),
                try Permission.download(
                    of: certificate.record.officer, course: certificate.record.course, by: caller, in: transaction),
                certificate.status == .valid,
                let proof = try Proofs.find(id, in: transaction)
            else { throw Refusal.notFound }
            let record = certificate.record
            let name = DocumentName(serial: record.serial, holder: record.face.holder).ascii
            return CredentialFile(text: proof.credential, fileName: name.dropLast(4) + ".jwt")
        }
    }
}
