import Academy
import Digests
import Records
import SQL

/// Mails a temporary password to who has forgotten the own: *Lupa kata laluan*.
///
/// The account's own password stays right until the mailed one is used, so that nobody can shut another out. Who has no
/// account gets the same answer after the same work, and no letter.
public struct ForgetPassword: Sendable {
    private let office: Office
    private static let tries = Tries(purpose: "forgot", windowSeconds: 3600)
    static let triesPerName = 5
    static let triesPerAddress = 30

    public init(_ office: Office) { self.office = office }

    /// - Throws: ``Refusal/invalid(_:)`` with field `user` and code `missing`;
    ///   ``Refusal/throttled(retryAfterSeconds:)``, ``Refusal/busy``.
    public func callAsFunction(user: String, address: String, requestID: String) async throws {
        let name = user.filter { !$0.isWhitespace }.lowercased()
        guard !name.isEmpty else { throw Refusal.invalid([FieldProblem(field: "user", code: "missing")]) }
        try await Self.tries.count(
            [
                .init(kind: "name", value: name, limit: Self.triesPerName),
                .init(kind: "address", value: address, limit: Self.triesPerAddress),
            ], office)
        let password = try TemporaryPassword(office.surroundings)
        let hash = try await office.vestibule.run { try PasswordHash(of: password.text).encoded }
        let now = office.surroundings.now()
        let record = TemporaryPasswordRecord(hash: hash, until: now.adding(seconds: TemporaryPassword.lifetimeSeconds))
        let letters = AccountLetters(office: office)
        try await office.database.write { transaction in
            let account = try Accounts.find(name: name, in: transaction)
            if let account, try Self.mayHaveLetter(account, in: transaction) {
                try Accounts.setTemporary(record, of: account.id, in: transaction)
                let letter = try letters.password(
                    "account.password_reset", password, until: record.until, for: .init(account))
                try Outbox.add(letter, at: now, in: transaction)
            }
            try AuditLog.append(
                AuditEntry(
                    at: now, actor: "", action: "account.password_forgotten", subjectKind: "account",
                    subjectID: account?.id.text ?? "", requestID: requestID),
                in: transaction)
        }
    }

    private static func mayHaveLetter(
        _ account: AccountRecord, in transaction: borrowing Transaction
    ) throws -> Bool {
        guard account.isActive, account.name.utf8.contains(UInt8(ascii: "@")) else { return false }
        guard let id = account.officer else { return true }
        return try Officers.find(id, in: transaction)?.isActive ?? false
    }
}
