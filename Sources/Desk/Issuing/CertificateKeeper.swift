import Academy
import Attestation
import Eligibility
import Logging
import Records
import SQL

/// Keeps a certificate true to the facts after it was issued, and issues it when the last fact falls into place.
///
/// Every deed that changes a participation's facts calls ``settle(_:by:at:in:)`` in its own transaction, and
/// ``issueIfEarned(officer:course:requestID:)`` after it.
struct CertificateKeeper: Sendable {
    let office: Office

    /// Suspends a valid certificate that the facts no longer earn, and restores one that was suspended so when they do again.
    func settle(
        _ participation: ParticipationRecord, by caller: Caller, at now: Instant, in transaction: borrowing Transaction
    ) throws {
        guard
            let live = try Certificates.live(
                officer: participation.officer, course: participation.course, in: transaction)
        else { return }
        let obstacles = Verdict(on: participation.candidacy).obstacles
        switch (live.status, obstacles.first) {
        case (.valid, let obstacle?):
            let reason = StatusReason.withdrawn + obstacle.condition.rawValue
            try CertificateMove(office: office, caller: caller, now: now)(
                live, to: .suspended, reason: reason, in: transaction)
        // Its file is still being made; a moment later it can be suspended.
        case (.issuing, _?): throw Refusal.notReady
        case (.suspended, nil) where Self.isOwn(live.statusReason):
            try CertificateMove(office: office, caller: caller, now: now)(live, to: .valid, in: transaction)
        default: return
        }
    }

    /// Whether a suspension came from facts that were withdrawn, and not from an administrator.
    static func isOwn(_ reason: String) -> Bool {
        reason.hasPrefix(StatusReason.withdrawn) || reason == CertificateHold.reason
    }

    /// Issues what has been earned, where the academy wants that to happen by itself.
    ///
    /// A certificate that cannot be made now does not undo what earned it: it is made at the first download, or in bulk.
    func issueIfEarned(officer: Officer.ID, course: Course.ID, requestID: String) async {
        guard office.settings.issuesAutomatically else { return }
        do {
            _ = try await IssueCertificate(office)(
                officer: officer, course: course, by: .system(requestID: requestID))
        } catch {
            office.logger.error(
                "a certificate that was earned could not be issued by itself",
                metadata: ["course": "\(course)", "error": "\(error)"])
        }
    }
}
