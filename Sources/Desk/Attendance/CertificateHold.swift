import Academy
import Attestation
import Eligibility
import Records
import SQL

/// Suspends a certificate while the attendance behind it is looked at again, and gives it back when it holds.
struct CertificateHold {
    /// Stands on the public page as the reason; also tells our own suspensions from others.
    static let reason = "Rekod kehadiran sedang disemak semula."
    let office: Office
    let caller: Caller
    let now: Instant

    /// - Throws: ``Refusal/notReady`` while the certificate's file is still being made.
    func suspend(_ record: ParticipationRecord, in transaction: borrowing Transaction) throws {
        guard let live = try Certificates.live(officer: record.officer, course: record.course, in: transaction) else {
            return
        }
        if live.status == .issuing { throw Refusal.notReady }
        guard live.status == .valid else { return }
        try move(live, to: .suspended, reason: Self.reason, in: transaction)
    }

    /// Gives back what this rule has suspended, when the gate lets the participation through again.
    ///
    /// Otherwise it stays suspended until an administrator revokes it.
    func release(_ record: ParticipationRecord, in transaction: borrowing Transaction) throws {
        guard case .entitled = Verdict(on: record.candidacy),
            let live = try Certificates.live(officer: record.officer, course: record.course, in: transaction),
            live.status == .suspended, CertificateKeeper.isOwn(live.statusReason)
        else { return }
        try move(live, to: .valid, in: transaction)
    }

    private var move: CertificateMove { CertificateMove(office: office, caller: caller, now: now) }
}
