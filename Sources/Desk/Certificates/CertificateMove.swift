import Academy
import Attestation
import Records
import SQL

/// Carries a move of a released certificate out, in the caller's transaction: status, one row in the audit, a leaf of
/// the log with the status lists, and the holder's letter.
///
/// Whether it may be made is ``CertificateLaw``'s to say, or the gate's.
struct CertificateMove {
    let office: Office
    let caller: Caller
    let now: Instant

    /// - Parameters:
    ///   - reason: for everybody, as ``StatusReason`` stores it.
    ///   - remark: in somebody's own words, for the audit alone.
    ///   - proposer: account of the other person of a deed that takes two.
    /// - Throws: ``Refusal/conflict(_:)`` when somebody has moved it meanwhile.
    func callAsFunction(
        _ certificate: StoredCertificate, to status: CertificateStatus, reason: String = "", remark: String = "",
        proposer: String = "", in transaction: borrowing Transaction
    ) throws {
        let record = certificate.record
        guard
            try Certificates.move(
                record.id, from: certificate.status, to: status, reason: reason, at: now, in: transaction)
        else { throw Refusal.conflict(.changedMeanwhile) }
        try LogMove(office: office)(certificate, to: status, reason: reason, at: now, in: transaction)
        try AuditLog.append(
            AuditEntry(
                at: now, actor: caller.account, onBehalfOf: proposer.isEmpty ? record.officer : proposer,
                action: Self.action(status), subjectKind: "certificate", subjectID: record.id,
                before: certificate.status.rawValue, after: status.rawValue,
                reason: [reason, remark].filter { !$0.isEmpty }.joined(separator: ": "), requestID: caller.requestID),
            in: transaction)
        try tell(record, status, reason, in: transaction)
    }

    private static func action(_ status: CertificateStatus) -> String {
        switch status {
        case .valid: "certificate.restored"
        case .issuing, .suspended, .revoked, .superseded: "certificate.\(status.rawValue)"
        }
    }

    /// Of a corrected certificate the holder hears when the new one is released.
    private static func letter(_ status: CertificateStatus) -> String? {
        switch status {
        case .valid: "certificate.ready"
        case .suspended: "certificate.suspended"
        case .revoked: "certificate.revoked"
        case .issuing, .superseded: nil
        }
    }

    private func tell(
        _ record: CertificateRecord, _ status: CertificateStatus, _ reason: String,
        in transaction: borrowing Transaction
    ) throws {
        guard let kind = Self.letter(status), let officer = try Officers.find(.init(record.officer), in: transaction)
        else { return }
        let language = try Accounts.language(of: officer.id, in: transaction)
        let isMalay = language == .malay || record.face.courseEnglish.isEmpty
        var values = [
            "name": officer.name.text, "serial": record.serial.text,
            "course": isMalay ? record.face.courseMalay : record.face.courseEnglish, "link": record.link.address,
        ]
        if status != .valid { values["reason"] = StatusReason.text(of: reason, in: language) }
        try Outbox.add(
            OutboxMessage(
                id: try office.surroundings.newID(), kind: kind, recipient: officer.email.text, language: language,
                values: values),
            at: now, in: transaction)
    }
}
