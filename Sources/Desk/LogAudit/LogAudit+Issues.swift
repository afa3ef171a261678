import Academy
import Attestation
import Digests
import Records
import SQL

extension LogAudit {
    /// The row of the certificate, and what was stored to prove it, against the leaf of its issue.
    mutating func judgeIssue(
        _ row: LogEntryRecord, _ entry: LogEntry, in transaction: borrowing Transaction
    ) throws {
        guard let certificate = try Certificates.find(row.certificate, in: transaction) else {
            note(.certificateMissing, leaf: row.index, row.certificate)
            return
        }
        let record = certificate.record
        let serial = record.serial.text
        let stored = try Proofs.find(record.id, in: transaction)
        if standings[record.id] != nil { note(.moveDiffers, leaf: row.index, serial) }
        standings[record.id] = Standing(
            serial: serial, firstLeaf: row.index, lastLeaf: row.index, status: .valid, credential: entry.credential,
            place: stored?.status, code: record.code)
        let statement = LogStatement.of(record, issuedBy: certificate.issuedBy)
        if LogEntry.hash(salt: row.salt, statement) != entry.record {
            note(.certificateEdited, leaf: row.index, serial)
        }
        if record.issuedAt > entry.at { note(.issueMisdated, leaf: row.index, serial) }
        guard let stored, stored.logIndex == row.index, SHA256Digest(of: stored.credential) == entry.credential,
            stored.logSize > row.index
        else {
            note(.proofDiffers, leaf: row.index, serial)
            return
        }
        judge(stored, of: record, leaf: row.index)
    }

    /// What others hold must say what the row says, under a key of the academy.
    private mutating func judge(_ stored: StoredProof, of record: CertificateRecord, leaf: Int) {
        let serial = record.serial.text
        let claims = CertificateClaims(record)
        if let signed = SignedClaims(encoded: stored.claims), keys.accept(signed), signed.claims == claims {
        } else {
            note(.claimsForged, leaf: leaf, serial)
        }
        let document = CredentialDocument(record, seconds: claims?.issuedAt ?? 0, status: stored.status)
        guard let token = CompactJWS(text: stored.credential), keys.accept(token), token.payload == document.payload
        else {
            note(.credentialForged, leaf: leaf, serial)
            return
        }
    }
}
