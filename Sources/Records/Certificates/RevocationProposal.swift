public import Academy
public import SQL

/// A proposal to revoke a certificate: one proposes, another decides.
public struct RevocationProposal: Sendable, Hashable {
    public typealias ID = Identifier<RevocationProposal>

    public let id: ID
    /// Of the certificate.
    public let certificate: String
    public let reason: CertificateReason
    /// In the proposer's own words; not for the public.
    public let remark: String
    /// Name of the account.
    public let proposedBy: String
    public let proposedAt: Instant
    public let state: State
    /// Empty while it is open.
    public let decidedBy: String
    public let decidedAt: Instant?
    /// Why it was refused or withdrawn.
    public let answer: String

    public init(
        id: ID, certificate: String, reason: CertificateReason, remark: String, proposedBy: String,
        proposedAt: Instant, state: State = .proposed, decidedBy: String = "", decidedAt: Instant? = nil,
        answer: String = ""
    ) {
        self.id = id
        self.certificate = certificate
        self.reason = reason
        self.remark = remark
        self.proposedBy = proposedBy
        self.proposedAt = proposedAt
        self.state = state
        self.decidedBy = decidedBy
        self.decidedAt = decidedAt
        self.answer = answer
    }

    public enum State: String, Sendable, Hashable, CaseIterable, SQLRepresentable {
        case proposed
        /// The certificate is revoked.
        case confirmed
        /// By another person.
        case refused
        /// By whoever proposed it.
        case withdrawn
    }
}

extension CertificateReason: SQLRepresentable {}

/// Proposals to revoke; at most one a certificate is open, by a unique index.
public enum Revocations {
    private static let columns: SQL =
        "id, certificate_id, reason, remark, proposed_by, proposed_at, state, decided_by, decided_at, answer"

    /// Fails as `unique` while a proposal for the certificate is open.
    public static func insert(_ proposal: RevocationProposal, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            """
            INSERT INTO revocation_proposal (id, certificate_id, reason, remark, proposed_by, proposed_at, state)
            VALUES (\(proposal.id), \(proposal.certificate), \(proposal.reason), \(proposal.remark),
                \(proposal.proposedBy), \(proposal.proposedAt), \(proposal.state))
            """)
    }

    /// The one that waits for its decision.
    public static func open(
        of certificate: String, in transaction: borrowing Transaction
    ) throws -> RevocationProposal? {
        try transaction.first(
            "SELECT \(columns) FROM revocation_proposal WHERE certificate_id = \(certificate) AND state = 'proposed'",
            as: proposal)
    }

    /// All of a certificate, oldest first.
    public static func of(
        _ certificate: String, in transaction: borrowing Transaction
    ) throws -> [RevocationProposal] {
        try transaction.all(
            "SELECT \(columns) FROM revocation_proposal WHERE certificate_id = \(certificate) ORDER BY id",
            as: proposal)
    }

    /// Those that wait for their decision, oldest first.
    public static func open(limit: Int, in transaction: borrowing Transaction) throws -> [RevocationProposal] {
        try transaction.all(
            "SELECT \(columns) FROM revocation_proposal WHERE state = 'proposed' ORDER BY id LIMIT \(limit)",
            as: proposal)
    }

    /// - Returns: false when it is not open any more.
    public static func decide(
        _ id: RevocationProposal.ID, _ state: RevocationProposal.State, by account: String, answer: String,
        at moment: Instant, in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            UPDATE revocation_proposal
            SET state = \(state), decided_by = \(account), decided_at = \(moment), answer = \(answer)
            WHERE id = \(id) AND state = 'proposed'
            """) == 1
    }

    private static func proposal(_ row: Row) throws -> RevocationProposal {
        RevocationProposal(
            id: try row["id"], certificate: try row["certificate_id"], reason: try row["reason"],
            remark: try row["remark"], proposedBy: try row["proposed_by"], proposedAt: try row["proposed_at"],
            state: try row["state"], decidedBy: try row["decided_by"], decidedAt: try row["decided_at"],
            answer: try row["answer"])
    }
}
