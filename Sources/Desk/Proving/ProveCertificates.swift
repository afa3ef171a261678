import Attestation
import Records
import SQL

/// The second step of an issue: proofs for a whole batch, in one transaction and under one checkpoint.
///
/// Asked again it gives what is stored, so that a crash behind it changes nothing.
struct ProveCertificates {
    private let office: Office

    init(_ office: Office) { self.office = office }

    /// - Returns: the proofs in the order of the certificates.
    func callAsFunction(_ certificates: [StoredCertificate]) async throws -> [CertificateProof] {
        let office = office
        return try await office.database.write { transaction in
            try CertificateProver(office: office).prove(
                certificates, at: office.surroundings.now(), in: transaction)
            return try certificates.map { certificate in
                guard let proof = try CertificateProver.proof(of: certificate.record.id, in: transaction) else {
                    throw DamagedLog(size: try LogAppender.size(in: transaction))
                }
                return proof
            }
        }
    }
}
