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

    /// Before the code of the condition that was withdrawn, in a suspended certificate's reason.
    static let withdrawn = "condition_withdrawn:"

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
            let reason = Self.withdrawn + obstacle.condition.rawValue
            try move(live, to: .suspended, reason, participation, by: caller, at: now, in: transaction)
        // Its file is still being made; a moment later it can be suspended.
        case (.issuing, _?): throw Refusal.notReady
        case (.suspended, nil) where Self.isOwn(live.statusReason):
            try move(live, to: .valid, "", participation, by: caller, at: now, in: transaction)
        default: return
        }
    }

    /// Whether a suspension came from facts that were withdrawn, and not from an administrator.
    static func isOwn(_ reason: String) -> Bool { reason.hasPrefix(withdrawn) || reason == CertificateHold.reason }

    private func move(
        _ certificate: StoredCertificate, to status: CertificateStatus, _ reason: String,
        _ participation: ParticipationRecord, by caller: Caller, at now: Instant, in transaction: borrowing Transaction
    ) throws {
        let record = certificate.record
        guard
            try Certificates.move(
                record.id, from: certificate.status, to: status, reason: reason, at: now, in: transaction)
        else { throw Refusal.conflict(.changedMeanwhile) }
        try AuditLog.append(
            AuditEntry(
                at: now, actor: caller.account, onBehalfOf: participation.officer.text,
                action: status == .suspended ? "certificate.suspended" : "certificate.restored",
                subjectKind: "certificate", subjectID: record.id, before: certificate.status.rawValue,
                after: status.rawValue, reason: reason, requestID: caller.requestID),
            in: transaction)
        try tell(record, status, reason, at: now, in: transaction)
    }

    private func tell(
        _ record: CertificateRecord, _ status: CertificateStatus, _ reason: String, at now: Instant,
        in transaction: borrowing Transaction
    ) throws {
        guard let officer = try Officers.find(.init(record.officer), in: transaction) else { return }
        let language = try Accounts.language(of: officer.id, in: transaction)
        let isMalay = language == .malay || record.face.courseEnglish.isEmpty
        var values = [
            "name": officer.name.text, "serial": record.serial.text,
            "course": isMalay ? record.face.courseMalay : record.face.courseEnglish, "link": record.link.address,
        ]
        if status == .suspended { values["reason"] = Self.text(of: reason, in: language) }
        try Outbox.add(
            OutboxMessage(
                id: try office.surroundings.newID(),
                kind: status == .suspended ? "certificate.suspended" : "certificate.ready",
                recipient: officer.email.text, language: language, values: values),
            at: now, in: transaction)
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

    /// A reason of ours in words; any other is told as it is.
    static func text(of reason: String, in language: Language) -> String {
        guard reason.hasPrefix(withdrawn) else { return reason }
        let condition = Condition(rawValue: String(reason.dropFirst(withdrawn.count)))
        return switch (condition, language) {
        case (.attendance?, .malay): "Pengesahan kehadiran ditarik balik untuk disemak semula."
        case (.attendance?, .english): "The confirmation of attendance was withdrawn for another look."
        case (.fee?, .malay): "Pengesahan resit yuran ditarik balik untuk disemak semula."
        case (.fee?, .english): "The verification of the fee receipt was withdrawn for another look."
        case (_, .malay): "Satu syarat sijil sedang disemak semula."
        case (_, .english): "A condition of the certificate is being looked at again."
        }
    }
}
