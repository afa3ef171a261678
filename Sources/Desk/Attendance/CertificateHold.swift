import Academy
import Attestation
import Eligibility
import Records
import SQL

/// Suspends a certificate while the attendance behind it is looked at again, and gives it back when it holds.
struct CertificateHold {
    /// Stands on the public page as the reason; also tells our own suspensions from others.
    static let reason = "Rekod kehadiran sedang disemak semula."
    let caller: Caller
    let surroundings: Surroundings
    let now: Instant

    /// - Throws: ``Refusal/notReady`` while the certificate's file is still being made.
    func suspend(
        _ record: ParticipationRecord, _ participant: Officer, in transaction: borrowing Transaction
    ) throws {
        guard let live = try Certificates.live(officer: record.officer, course: record.course, in: transaction) else {
            return
        }
        if live.status == .issuing { throw Refusal.notReady }
        guard
            try Certificates.move(
                live.record.id, from: .valid, to: .suspended, reason: Self.reason, at: now, in: transaction)
        else { return }
        try note("certificate.suspended", live, .valid, .suspended, in: transaction)
        try Outbox.add(
            OutboxMessage(
                id: try surroundings.newID(), kind: "certificate.suspended", recipient: participant.email.text,
                language: try Accounts.language(of: record.officer, in: transaction),
                values: [
                    "name": live.record.face.holder, "serial": live.record.face.serial,
                    "course": live.record.face.courseMalay, "reason": Self.reason, "link": live.record.link.address,
                ]),
            at: now, in: transaction)
    }

    /// Gives back what this rule has suspended, when the gate lets the participation through again.
    ///
    /// Otherwise it stays suspended until an administrator revokes it.
    func release(_ record: ParticipationRecord, in transaction: borrowing Transaction) throws {
        guard case .entitled = Verdict(on: record.candidacy),
            let live = try Certificates.live(officer: record.officer, course: record.course, in: transaction),
            live.status == .suspended, CertificateKeeper.isOwn(live.statusReason),
            try Certificates.move(
                live.record.id, from: .suspended, to: .valid, reason: "", at: now, in: transaction)
        else { return }
        try note("certificate.restored", live, .suspended, .valid, in: transaction)
    }

    private func note(
        _ action: String, _ certificate: StoredCertificate, _ before: CertificateStatus, _ after: CertificateStatus,
        in transaction: borrowing Transaction
    ) throws {
        try AuditLog.append(
            AuditEntry(
                at: now, actor: caller.account, onBehalfOf: certificate.record.officer, action: action,
                subjectKind: "certificate", subjectID: certificate.record.id, before: before.rawValue,
                after: after.rawValue, reason: after == .suspended ? Self.reason : "", requestID: caller.requestID),
            in: transaction)
    }
}
