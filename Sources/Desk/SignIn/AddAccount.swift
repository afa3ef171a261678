public import Academy
import Digests
public import Records
import SQL

/// Opens an account, for example the first administrator's.
public struct AddAccount: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Parameter officer: the officer whose account it is; nil for staff who take no courses.
    /// - Throws: ``Refusal/forbidden``; ``Refusal/invalid(_:)`` with field `name` and code `taken` when there is such an
    ///   account, field `officer` and code `has_account` when the officer has one.
    @discardableResult
    public func callAsFunction(
        name: String, password: Password, roles: Set<Role>, officer: Officer.ID?, displayName: String,
        language: Language = .malay, mustChangePassword: Bool = false, by caller: Caller
    ) async throws -> AccountRecord.ID {
        guard Permission.manageAccounts(by: caller) else { throw Refusal.forbidden }
        let hash = try await office.vestibule.run { try PasswordHash(of: password.text).encoded }
        let now = office.surroundings.now()
        let account = AccountRecord(
            id: try office.surroundings.newID(), name: name, passwordHash: hash, roles: roles, officer: officer,
            displayName: displayName, language: language, mustChangePassword: mustChangePassword)
        do {
            try await office.database.write { transaction in
                try Accounts.insert(account, at: now, in: transaction)
                try AuditLog.append(
                    AuditEntry(
                        at: now, actor: caller.account, action: "account.added", subjectKind: "account",
                        subjectID: account.id.text, after: roles.sorted().map(\.rawValue).joined(separator: " "),
                        requestID: caller.requestID),
                    in: transaction)
            }
        } catch let error as SQLError where error.kind == .unique(constraint: "account_name") {
            throw Refusal.invalid([FieldProblem(field: "name", code: "taken")])
        } catch let error as SQLError where error.kind == .unique(constraint: "account_officer") {
            throw Refusal.invalid([FieldProblem(field: "officer", code: "has_account")])
        }
        return account.id
    }
}
