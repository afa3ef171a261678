/// What is true of a certificate, in one of seven words; the raw value stands in JSON, on the command line and in the
/// browser's own check.
public enum CheckVerdict: String, Sendable, Hashable, CaseIterable, Codable {
    /// Sah.
    case valid
    /// Diganti by a corrected certificate.
    case superseded
    /// Dibatalkan.
    case revoked
    /// Digantung.
    case suspended
    /// Never issued.
    case unknown
    /// Not what the academy made: a signature does not hold, something was changed or swapped.
    case altered
    /// Whole, but signed by a key that is none of the academy's.
    case unknownKey = "unknown-key"
}

/// All that a check has found out, and the one place where it becomes a verdict: of the site's page and JSON, and of the
/// command line.
public struct CheckFindings: Sendable, Hashable {
    /// What signatures and digests say of what was handed in.
    public var proof: Proof
    /// What the academy's register, or its published list, says.
    public var register: Register
    /// What was handed in says the same as the register: false when a genuine proof is about somebody or something else.
    public var agrees: Bool

    public init(proof: Proof, register: Register, agrees: Bool = true) {
        self.proof = proof
        self.register = register
        self.agrees = agrees
    }

    public enum Proof: Sendable, Hashable, CaseIterable {
        /// Nothing that is signed was handed in: a code or a serial number alone.
        case none
        case holds
        case broken
        case unknownKey
    }

    public enum Register: Sendable, Hashable {
        /// Nobody could be asked: without the academy's server and without a list of its own.
        case notAsked
        /// No certificate has this code, or none that was released.
        case neverIssued
        case issued(CertificateStatus)
    }

    public var verdict: CheckVerdict {
        switch proof {
        case .broken: return .altered
        case .unknownKey: return .unknownKey
        case .none, .holds: break
        }
        switch register {
        // Only what is signed can be believed without the register.
        case .notAsked: return proof == .holds ? .valid : .unknown
        case .neverIssued: return .unknown
        case .issued(let status): return agrees ? Self.verdict(status) : .altered
        }
    }

    private static func verdict(_ status: CertificateStatus) -> CheckVerdict {
        switch status {
        // What is not released is not known.
        case .issuing: .unknown
        case .valid: .valid
        case .suspended: .suspended
        case .revoked: .revoked
        case .superseded: .superseded
        }
    }
}
