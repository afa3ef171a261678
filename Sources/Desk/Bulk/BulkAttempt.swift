import Attestation
import Eligibility
import Records

/// What the register said of one row.
enum BulkAttempt: Sendable {
    case entry(CertificateRegister.Entry)
    case failed(String)

    /// The certificate that still has to be drawn and released.
    var unfinished: StoredCertificate? {
        switch self {
        case .entry(.entered(let certificate)): certificate
        case .entry(.existing(let certificate)) where certificate.status == .issuing: certificate
        case .entry, .failed: nil
        }
    }

    func settled(_ item: BulkIssueItem, faults: [String: String]) -> BulkIssueItem {
        switch self {
        case .failed(let reason):
            return item.settled(.failed, reason)
        case .entry(.stranger):
            return item.settled(.failed, "officer_not_on_course")
        case .entry(.revoked):
            return item.settled(.withheld, Refusal.Conflict.certificateRevoked.rawValue)
        case .entry(.withheld(let obstacles)):
            return item.settled(.withheld, obstacles.map(\.rawValue).joined(separator: " "))
        case .entry(.existing(let certificate)), .entry(.entered(let certificate)):
            let id = certificate.record.id
            if let fault = faults[id] { return item.settled(.failed, fault, certificate: id) }
            return item.settled(unfinished == nil ? .alreadyIssued : .issued, "", certificate: id)
        }
    }
}

extension BulkIssueItem {
    fileprivate func settled(_ result: Result, _ detail: String, certificate: String? = nil) -> BulkIssueItem {
        BulkIssueItem(position: position, officer: officer, result: result, detail: detail, certificate: certificate)
    }
}
