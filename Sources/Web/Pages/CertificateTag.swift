import Attestation
import Eligibility

/// Where a participant stands with the certificate, in one word and one colour.
enum CertificateTag: Sendable, Hashable {
    case status(CertificateStatus)
    /// Earned, not issued.
    case ready
    /// Something is still to come.
    case waiting
    /// It will never come.
    case closed

    init(status: CertificateStatus?, obstacles: [Obstacle]) {
        if let status {
            self = .status(status)
        } else if obstacles.isEmpty {
            self = .ready
        } else {
            self = obstacles.contains { $0.actor == .nobody } ? .closed : .waiting
        }
    }

    func text(_ words: Phrases) -> String {
        switch self {
        case .status(let status): words("status.\(status.rawValue)")
        case .ready: words("status.ready")
        case .waiting: words("status.waiting")
        case .closed: words("status.closed")
        }
    }

    var tagClass: String {
        switch self {
        case .status(.valid): "tag-green"
        case .status(.issuing), .ready: "tag-blue"
        case .status(.suspended), .waiting: "tag-amber"
        case .status(.revoked), .closed: "tag-red"
        case .status(.superseded): "tag-gray"
        }
    }
}
