public import Academy
public import Records
import SQL

/// Gives an account its roles.
///
/// They count from the next request on. That an officer is an officer follows from the account's officer and cannot be
/// given or taken.
public struct SetRoles: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// Setting the same again changes nothing.
    /// - Parameter before: the roles that the change was made from.
    /// - Throws: ``Refusal/forbidden``, ``Refusal/notFound``; ``Refusal/conflict(_:)`` with `changedMeanwhile`, or with
    ///   `lastAdministrator` when nobody else could administer; ``Refusal/invalid(_:)`` with `roles` and `missing`.
    public func callAsFunction(
        _ roles: Set<Role>, of id: AccountRecord.ID, before: Set<Role>, by caller: Caller
    ) async throws {
        let deed = try UserDeed(office, by: caller)
        try await office.database.write { transaction in
            let account = try deed.account(id, in: transaction)
            let wanted = roles.subtracting([.officer]).union(account.officer == nil ? [] : [.officer])
            if wanted == account.roles { return }
            guard before == account.roles else { throw Refusal.conflict(.changedMeanwhile) }
            if wanted.isEmpty { throw Refusal.invalid([FieldProblem(field: "roles", code: "missing")]) }
            if !wanted.contains(.administrator) {
                try deed.requireAnotherAdministrator(than: account, in: transaction)
            }
            try Accounts.setRoles(wanted, of: id, in: transaction)
            try deed.note(
                "account.roles_changed", account, before: account.roles.codes, after: wanted.codes, in: transaction)
        }
    }
}
