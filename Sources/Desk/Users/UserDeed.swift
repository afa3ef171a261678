public import Academy
import Records
import SQL

/// What the deeds about one account share: who may, which account, and the one row of the audit.
struct UserDeed: Sendable {
    let office: Office
    let caller: Caller
    let now: Instant

    init(_ office: Office, by caller: Caller) throws(Refusal) {
        guard Permission.manageAccounts(by: caller) else { throw .forbidden }
        self.office = office
        self.caller = caller
        now = office.surroundings.now()
    }

    func account(_ id: AccountRecord.ID, in transaction: borrowing Transaction) throws -> AccountRecord {
        guard let account = try Accounts.find(id, in: transaction) else { throw Refusal.notFound }
        return account
    }

    /// Somebody must always be able to administer.
    func requireAnotherAdministrator(
        than account: AccountRecord, in transaction: borrowing Transaction
    ) throws {
        guard account.roles.contains(.administrator), account.isActive else { return }
        guard try Accounts.hasOtherAdministrator(than: account.id, in: transaction) else {
            throw Refusal.conflict(.lastAdministrator)
        }
    }

    func note(
        _ action: String, _ account: AccountRecord, before: String = "", after: String = "",
        in transaction: borrowing Transaction
    ) throws {
        try AuditLog.append(
            AuditEntry(
                at: now, actor: caller.account, onBehalfOf: account.name, action: action, subjectKind: "account",
                subjectID: account.id.text, before: before, after: after, requestID: caller.requestID),
            in: transaction)
    }
}

extension Set<Role> {
    /// As audits and forms have them.
    public var codes: String { sorted().map(\.rawValue).joined(separator: " ") }
}
