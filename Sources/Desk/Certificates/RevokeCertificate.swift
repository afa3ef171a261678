public import Academy
import Attestation
public import Records
import SQL

/// Revokes a certificate (*Batal*): one administrator proposes it, another confirms or refuses it.
public struct RevokeCertificate: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Parameter remark: in the caller's own words, for the second person and the audit; nobody outside reads it.
    /// - Throws: ``Refusal/invalid(_:)`` with fields `sebab`, `ulasan`; ``Refusal/conflict(_:)`` when another proposal
    ///   waits or the certificate can be revoked no more; ``Refusal/forbidden``.
    public func propose(
        _ id: String, reason: CertificateReason?, remark: String, by caller: Caller
    ) async throws {
        let office = office
        try await office.database.write { transaction in
            let standing = try CertificateStanding(of: caller, toward: id, in: transaction)
            let form = try MoveForm(reason: reason, of: .revoke, remark: remark, for: standing)
            if let refusal = standing.obstacles(to: .revoke).first { throw refusal.refusal }
            if let open = try Revocations.open(of: id, in: transaction) {
                if open.proposedBy == caller.account { return }
                throw Refusal.conflict(.revocationProposed)
            }
            let now = office.surroundings.now()
            let proposal = RevocationProposal(
                id: try office.surroundings.newID(), certificate: id, reason: form.reason, remark: form.remark.text,
                proposedBy: caller.account, proposedAt: now)
            try Revocations.insert(proposal, in: transaction)
            try Self.note(proposal, "certificate.revocation_proposed", standing, now, in: transaction)
        }
    }

    /// Confirms what somebody else has proposed.
    /// - Throws: ``Refusal/notFound`` when there is no such proposal; ``Refusal/conflict(_:)`` when it was decided;
    ///   ``Refusal/forbidden`` for whoever proposed it, and for the holder.
    public func confirm(_ proposal: RevocationProposal.ID, of id: String, by caller: Caller) async throws {
        let office = office
        try await office.database.write { transaction in
            let standing = try CertificateStanding(of: caller, toward: id, in: transaction)
            let open = try Self.open(proposal, of: id, in: transaction)
            let proposer = try CertificateStanding.person(account: open.proposedBy, in: transaction)
            let remark = try MoveForm.remark(open.remark, for: standing)
            guard try standing.transition(on: .revoke, reason: remark, approver: proposer) != nil else {
                throw Refusal.conflict(.changedMeanwhile)
            }
            let now = office.surroundings.now()
            try Self.close(open, .confirmed, "", by: caller, at: now, in: transaction)
            try CertificateMove(office: office, caller: caller, now: now)(
                standing.certificate, to: .revoked, reason: open.reason.rawValue, remark: open.remark,
                proposer: open.proposedBy, in: transaction)
        }
    }

    /// Refuses what somebody else has proposed, or takes an own proposal back.
    /// - Throws: ``Refusal/invalid(_:)`` with field `ulasan`; ``Refusal/notFound``, ``Refusal/conflict(_:)``,
    ///   ``Refusal/forbidden``.
    public func drop(
        _ proposal: RevocationProposal.ID, of id: String, remark: String, by caller: Caller
    ) async throws {
        let office = office
        try await office.database.write { transaction in
            let standing = try CertificateStanding(of: caller, toward: id, in: transaction)
            let remark = try MoveForm.remark(remark, for: standing)
            let open = try Self.open(proposal, of: id, in: transaction)
            if standing.obstacles(to: .revoke).contains(.ownCertificate) { throw Refusal.forbidden }
            let state: RevocationProposal.State = open.proposedBy == caller.account ? .withdrawn : .refused
            let now = office.surroundings.now()
            try Self.close(open, state, remark.text, by: caller, at: now, in: transaction)
            try Self.note(
                open, "certificate.revocation_\(state.rawValue)", standing, now, answer: remark.text, in: transaction)
        }
    }

    private static func open(
        _ id: RevocationProposal.ID, of certificate: String, in transaction: borrowing Transaction
    ) throws -> RevocationProposal {
        guard let proposal = try Revocations.of(certificate, in: transaction).first(where: { $0.id == id }) else {
            throw Refusal.notFound
        }
        guard proposal.state == .proposed else { throw Refusal.conflict(.alreadyDecided) }
        return proposal
    }

    private static func close(
        _ proposal: RevocationProposal, _ state: RevocationProposal.State, _ answer: String, by caller: Caller,
        at now: Instant, in transaction: borrowing Transaction
    ) throws {
        guard
            try Revocations.decide(
                proposal.id, state, by: caller.account, answer: answer, at: now, in: transaction)
        else { throw Refusal.conflict(.alreadyDecided) }
    }

    private static func note(
        _ proposal: RevocationProposal, _ action: String, _ standing: CertificateStanding, _ now: Instant,
        answer: String = "", in transaction: borrowing Transaction
    ) throws {
        let status = standing.certificate.status.rawValue
        try AuditLog.append(
            AuditEntry(
                at: now, actor: standing.caller.account,
                onBehalfOf: proposal.proposedBy == standing.caller.account ? "" : proposal.proposedBy, action: action,
                subjectKind: "certificate", subjectID: proposal.certificate, before: status, after: status,
                reason: answer.isEmpty ? "\(proposal.reason.rawValue): \(proposal.remark)" : answer,
                requestID: standing.caller.requestID),
            in: transaction)
    }
}
