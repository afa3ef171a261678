public import Academy
import Records

/// One step of a certificate's history, as the audit has it.
public struct CertificateEventLine: Sendable, Hashable {
    public let at: Instant
    /// Account; `system` for what the program did by itself.
    public let actor: String
    /// Stable: `certificate.suspended`.
    public let action: String
    /// As ``StatusReason`` stores it; empty where none was chosen.
    private let reason: String
    /// In somebody's own words; empty where nothing was said.
    public let remark: String

    /// The reason in words; empty where none was chosen.
    public func reason(in language: Language) -> String {
        reason.isEmpty ? "" : StatusReason.text(of: reason, in: language)
    }

    init(_ entry: AuditEntry) {
        at = entry.at
        actor = entry.actor
        action = entry.action
        let separator = entry.reason.firstRange(of: ": ")
        let head = separator.map { String(entry.reason[..<$0.lowerBound]) } ?? entry.reason
        let isCode = StatusReason.text(of: head, in: .malay) != head
        reason = isCode ? head : ""
        remark = isCode ? separator.map { String(entry.reason[$0.upperBound...]) } ?? "" : entry.reason
    }
}
