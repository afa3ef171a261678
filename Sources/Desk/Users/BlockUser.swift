public import Academy
public import Records
import SQL

/// Blocks an account, which ends its sessions, or opens it again; nothing that it did is undone.
public struct BlockUser: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// Doing the same again changes nothing.
    /// - Throws: ``Refusal/forbidden``, ``Refusal/notFound``; ``Refusal/conflict(_:)`` with `ownAccount`, or with
    ///   `lastAdministrator`.
    public func callAsFunction(_ id: AccountRecord.ID, isBlocked: Bool, by caller: Caller) async throws {
        let deed = try UserDeed(office, by: caller)
        try await office.database.write { transaction in
            let account = try deed.account(id, in: transaction)
            guard account.isActive == isBlocked else { return }
            if isBlocked {
                if account.name == caller.account { throw Refusal.conflict(.ownAccount) }
                try deed.requireAnotherAdministrator(than: account, in: transaction)
                try Accounts.closeSessions(of: id, in: transaction)
            }
            try Accounts.setActive(!isBlocked, of: id, in: transaction)
            try deed.note(
                isBlocked ? "account.blocked" : "account.unblocked", account,
                before: isBlocked ? "active" : "blocked", after: isBlocked ? "blocked" : "active", in: transaction)
        }
    }
}

/// Ends every session of an account: a lost telephone, a shared computer.
public struct EndSessions: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Returns: how many there were; none leaves no trace.
    @discardableResult
    public func callAsFunction(_ id: AccountRecord.ID, by caller: Caller) async throws -> Int {
        let deed = try UserDeed(office, by: caller)
        return try await office.database.write { transaction in
            let account = try deed.account(id, in: transaction)
            let ended = try Accounts.closeSessions(of: id, in: transaction)
            if ended > 0 { try deed.note("account.sessions_ended", account, before: "\(ended)", in: transaction) }
            return ended
        }
    }
}
