import Attestation
import Records
import SQL

/// A certificate, and what proves it.
struct ProvenCertificate: Sendable {
    let certificate: StoredCertificate
    let proof: CertificateProof
}

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
            try Self(office)(certificates, in: transaction).map(\.proof)
        }
    }

    /// The same in the caller's transaction.
    func callAsFunction(
        _ certificates: [StoredCertificate], in transaction: borrowing Transaction
    ) throws -> [ProvenCertificate] {
        if certificates.isEmpty { return [] }
        let made = try CertificateProver(office: office).prove(
            certificates, at: office.surroundings.now(), in: transaction)
        return try certificates.map { certificate in
            let id = certificate.record.id
            guard let proof = try made[id] ?? CertificateProver.proof(of: id, in: transaction) else {
                throw DamagedLog(size: try LogAppender.size(in: transaction))
            }
            return ProvenCertificate(certificate: certificate, proof: proof)
        }
    }
}
