/// Where the log, the certificates and what was published do not agree.
public struct LogFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The first leaf that disagrees; nil when no leaf is to blame.
    public let leaf: Int?
    public let problem: Problem
    /// Serial number of the certificate that it is about, or another name of the thing; empty where there is none.
    public let subject: String

    /// The raw value is stable.
    public enum Problem: String, Sendable, Hashable, CaseIterable {
        /// The database has no such leaf.
        case leafMissing = "leaf_missing"
        /// It stands behind the last checkpoint.
        case leafUnsigned = "leaf_unsigned"
        /// Its bytes are no leaf, or say something else than its row.
        case leafUnreadable = "leaf_unreadable"
        /// It was appended before the one in front of it.
        case leafBackdated = "leaf_backdated"
        /// The tile has another hash.
        case tileDiffers = "tile_differs"
        /// The tree over the leaves up to this one has another root than the checkpoint.
        case rootDiffers = "root_differs"
        case checkpointUnsigned = "checkpoint_unsigned"
        /// There is no checkpoint over the last leaves.
        case checkpointMissing = "checkpoint_missing"
        /// What an authority for time is said to have signed is not its token over the checkpoint.
        case dateForged = "date_forged"
        /// The authority dated the checkpoint before the last leaf under it says that it was appended.
        case dateDiffers = "date_differs"
        /// The certificate's row is gone.
        case certificateMissing = "certificate_missing"
        /// A value of the row is not the one that was issued.
        case certificateEdited = "certificate_edited"
        /// The certificate has no leaf at all.
        case certificateUnlogged = "certificate_unlogged"
        /// What was stored to prove it is gone or another's.
        case proofDiffers = "proof_differs"
        case credentialForged = "credential_forged"
        case claimsForged = "claims_forged"
        /// It was dated later than it was logged.
        case issueMisdated = "issue_misdated"
        /// A move does not follow from the one before it, or says something else than its row.
        case moveDiffers = "move_differs"
        /// The row's status, its date or its reason is not what the last move says.
        case statusDiffers = "status_differs"
        /// The corrected certificate that it names is not the next version.
        case successorDiffers = "successor_differs"
        /// Its file is not the one that was released.
        case documentDiffers = "document_differs"
        /// A published status list says something else.
        case listDiffers = "list_differs"
        /// A number of the register is not there any more.
        case serialMissing = "serial_missing"
        case auditBroken = "audit_broken"
    }

    init(_ problem: Problem, leaf: Int? = nil, _ subject: String = "") {
        self.problem = problem
        self.leaf = leaf
        self.subject = subject
    }

    public var description: String {
        let place = leaf.map { "leaf \($0): " } ?? ""
        return "\(place)\(problem.rawValue)\(subject.isEmpty ? "" : " (\(subject))")"
    }
}
