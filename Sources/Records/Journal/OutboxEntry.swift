public import Academy

/// A letter of the outbox and what has become of it.
public struct OutboxEntry: Sendable, Hashable {
    public let message: OutboxMessage
    public let createdAt: Instant
    /// When it is tried next; while it is claimed, when the claim runs out.
    public let dueAt: Instant
    /// Tries that failed for a reason of this letter's own, in this edition.
    public let attempts: Int
    /// From 1; a deliberate resend makes the next one.
    public let edition: Int
    /// When this edition was asked for; nil for the first.
    public let resentAt: Instant?
    public let sentAt: Instant?
    /// Set when it was given up; then ``error`` says why.
    public let failedAt: Instant?
    /// What the last try came to, in English with the server's words; empty after success.
    public let error: String
    /// Who is sending it; empty while nobody does.
    public let claim: String

    /// Where it stands.
    public enum State: String, Sendable, Hashable, CaseIterable {
        case waiting
        case sent
        case failed
    }

    public var state: State { sentAt != nil ? .sent : failedAt != nil ? .failed : .waiting }

    /// Whether a worker may be talking to the server about it at this moment.
    public func isBeingSent(at moment: Instant) -> Bool { state == .waiting && !claim.isEmpty && dueAt > moment }
}
