import Academy
import Digests
import Records
import SQL

/// Gives an account a password of its own: *Tukar Kata Laluan*.
///
/// Every session of the account ends, and the one who changed it goes on in a new one.
public struct ChangePassword: Sendable {
    private let office: Office
    private static let tries = Tries(purpose: "change-password", windowSeconds: 900)
    private static let triesPerName = 10
    /// The present password and those before it that may not come again.
    static let remembered = 5

    public init(_ office: Office) { self.office = office }

    /// - Parameters:
    ///   - current: not asked of who has just used a temporary password.
    ///   - again: the new one, typed once more.
    /// - Returns: the token of the new session.
    /// - Throws: ``Refusal/invalid(_:)`` with `current` (`missing`, `wrong`), `new` (`missing`, a rule of ``Password`` or
    ///   `reused`) and `again` (`different`); ``Refusal/throttled(retryAfterSeconds:)``.
    public func callAsFunction(
        current: String, new: String, again: String, by visitor: Visitor
    ) async throws -> (token: String, visitor: Visitor) {
        let caller = visitor.caller
        let password = try Self.parsed(current: current, new: new, again: again, visitor)
        try await Self.tries.count(
            [.init(kind: "name", value: caller.account, limit: Self.triesPerName)], office)
        let (account, former) = try await known(caller)
        let asksCurrent = !account.mustChangePassword
        let hash = try await office.vestibule.run {
            if asksCurrent, try !Self.matches(current, account.passwordHash) {
                throw Refusal.invalid([FieldProblem(field: "current", code: "wrong")])
            }
            let before = [account.passwordHash, account.temporary?.hash ?? ""] + former
            if try before.contains(where: { try Self.matches(password.text, $0) }) {
                throw Refusal.invalid([FieldProblem(field: "new", code: "reused")])
            }
            return try PasswordHash(of: password.text).encoded
        }
        return try await store(hash, of: account, visitor)
    }

    /// Whatever can be told without a look at the account.
    private static func parsed(
        current: String, new: String, again: String, _ visitor: Visitor
    ) throws(Refusal) -> Password {
        var problems: [FieldProblem] = []
        if !visitor.mustChangePassword, current.isEmpty { problems.append(.init(field: "current", code: "missing")) }
        var password: Password?
        do throws(Password.Rejected) {
            password = try Password(candidate: new)
        } catch {
            problems +=
                new.isEmpty
                ? [.init(field: "new", code: "missing")] : error.broken.map { .init(field: "new", code: $0.rawValue) }
        }
        if new != again { problems.append(.init(field: "again", code: "different")) }
        guard problems.isEmpty, let password else { throw .invalid(problems) }
        return password
    }

    private func known(_ caller: Caller) async throws -> (AccountRecord, [String]) {
        try await office.database.read { transaction in
            guard let account = try Accounts.find(name: caller.account, in: transaction) else { throw Refusal.notFound }
            let limit = Self.remembered - 1
            return (account, try Accounts.formerPasswords(of: account.id, limit: limit, in: transaction))
        }
    }

    private static func matches(_ password: String, _ encoded: String) throws -> Bool {
        try PasswordHash(encoded: encoded)?.matches(password) ?? false
    }

    private func store(
        _ hash: String, of account: AccountRecord, _ visitor: Visitor
    ) async throws -> (String, Visitor) {
        let now = office.surroundings.now()
        let session = try NewSession(office.surroundings)
        let letter = try AccountLetters(office: office).passwordChanged(at: now, for: .init(account))
        let requestID = visitor.caller.requestID
        try await office.database.write { transaction in
            guard let latest = try Accounts.find(account.id, in: transaction),
                latest.passwordHash == account.passwordHash
            else { throw Refusal.conflict(.changedMeanwhile) }
            try Accounts.changePassword(
                to: hash, of: account, keeping: Self.remembered, at: now, in: transaction)
            try Accounts.closeSessions(of: account.id, in: transaction)
            try session.open(for: account.id, at: now, in: transaction)
            if account.name.utf8.contains(UInt8(ascii: "@")) { try Outbox.add(letter, at: now, in: transaction) }
            try AuditLog.append(
                AuditEntry(
                    at: now, actor: account.name, action: "account.password_changed", subjectKind: "account",
                    subjectID: account.id.text, requestID: requestID),
                in: transaction)
        }
        var changed = account
        changed.mustChangePassword = false
        return (session.token, Visitor(changed, csrf: session.csrf, requestID: requestID))
    }
}
