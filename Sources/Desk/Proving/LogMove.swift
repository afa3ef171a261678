import Academy
import Attestation
import Digests
import Records
import SQL

/// Enters a move of a certificate into the log and its status lists, in the transaction of the move.
struct LogMove {
    let office: Office

    struct Move {
        let certificate: String
        let kind: LogEntry.Kind
        let from: CertificateStatus
        /// As the certificate has it.
        let reason: String
        /// Since when the certificate has its status.
        let since: Instant
    }

    /// - Parameter certificate: as it was before the move; one that has no proof yet gets it first.
    func callAsFunction(
        _ certificate: StoredCertificate, to status: CertificateStatus, reason: String, at now: Instant,
        in transaction: borrowing Transaction
    ) throws {
        guard let kind = LogEntry.Kind(movingTo: status) else { return }
        try CertificateProver(office: office).prove([certificate], at: now, in: transaction)
        guard let proof = try Proofs.find(certificate.record.id, in: transaction) else { return }
        try append(
            Move(
                certificate: certificate.record.id, kind: kind, from: certificate.status, reason: reason, since: now),
            proof.status, proof.credential, at: now, in: transaction)
    }

    func append(
        _ move: Move, _ place: StatusPlace, _ credential: String, at now: Instant,
        in transaction: borrowing Transaction
    ) throws {
        let statement = LogStatement.ofMove(
            move.certificate, from: move.from, to: move.kind.status, reason: move.reason, at: move.since.iso)
        try LogAppender(office).append(
            [
                .init(
                    certificate: move.certificate, kind: move.kind, credential: SHA256Digest(of: credential),
                    statement: statement, from: move.from, reason: move.reason, since: move.since)
            ], at: now, in: transaction)
        try StatusKeeper(office: office).set(move.kind.status, place, at: now, in: transaction)
    }
}
