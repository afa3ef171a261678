public import Academy
public import Records
import SQL

/// Makes a letter due again, whatever has become of it: sent, given up, or still waiting for its next try.
///
/// One that was sent goes out as a new edition with a new Message-ID; one that never went out keeps its own.
public struct ResendMail: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Throws: ``Refusal/forbidden``, ``Refusal/notFound``; ``Refusal/conflict(_:)`` with `letterBeingSent` while a worker
    ///   has it, `letterForgotten` when it held a password that is gone: a new one must be made instead.
    public func callAsFunction(_ id: OutboxMessage.ID, by caller: Caller) async throws {
        guard Permission.seeOutbox(by: caller) else { throw Refusal.forbidden }
        let now = office.surroundings.now()
        try await office.database.write { transaction in
            guard let entry = try Outbox.find(id, in: transaction) else { throw Refusal.notFound }
            guard entry.hasItsSecrets else { throw Refusal.conflict(.letterForgotten) }
            guard try Outbox.resend(id, at: now, in: transaction) else { throw Refusal.conflict(.letterBeingSent) }
            try AuditLog.append(
                AuditEntry(
                    at: now, actor: caller.account, action: "letter.resent", subjectKind: "letter",
                    subjectID: id.text, before: entry.state.rawValue, after: OutboxEntry.State.waiting.rawValue,
                    requestID: caller.requestID),
                in: transaction)
        }
    }
}
