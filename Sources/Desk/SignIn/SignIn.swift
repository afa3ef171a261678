import Academy
import Digests
import Records
import SQL

/// Somebody who is signed in.
public struct Visitor: Sendable, Hashable {
    public let caller: Caller
    /// Secret of this session's forms.
    public let csrf: String
    /// The password is a temporary one: nothing but changing it is allowed.
    public let mustChangePassword: Bool

    /// Notices that wait to be read.
    public let unread: Int

    init(_ account: AccountRecord, csrf: String, requestID: String, unread: Int = 0) {
        self.unread = unread
        caller = Caller(
            account: account.name, officer: account.officer, roles: account.roles, displayName: account.displayName,
            language: account.language, requestID: requestID)
        self.csrf = csrf
        mustChangePassword = account.mustChangePassword
    }
}

/// Opens a session for a name and a password.
///
/// A wrong name costs the same time as a wrong password and is answered alike, so that it tells nobody who has an
/// account. Tries are counted by name and by address, across restarts.
public struct SignIn: Sendable {
    private let office: Office
    /// Tries in a quarter of an hour: generous to the forgetful, useless to the guesser.
    static let triesPerName = 10
    static let triesPerAddress = 50
    private static let tries = Tries(purpose: "sign-in", windowSeconds: 900)
    /// A working day.
    static let sessionSeconds: Int64 = 8 * 3600

    public init(_ office: Office) { self.office = office }

    /// - Parameter address: the visitor's network address, for the throttle.
    /// - Returns: the token for the cookie; only its hash is kept.
    /// - Throws: ``Refusal/wrongCredentials``, ``Refusal/throttled(retryAfterSeconds:)``, ``Refusal/busy``.
    public func callAsFunction(
        name: String, password: String, address: String, requestID: String
    ) async throws -> (token: String, visitor: Visitor) {
        let folded = name.filter { !$0.isWhitespace }.lowercased()
        try await Self.tries.count(
            [
                .init(kind: "name", value: folded, limit: Self.triesPerName),
                .init(kind: "address", value: address, limit: Self.triesPerAddress),
            ], office)
        let account = try await office.database.read { try Self.serving(folded, in: $0) }
        let match = try await office.vestibule.run { try Self.match(password, account) }
        guard let account, account.isActive, let match else { throw Refusal.wrongCredentials }
        if match == .temporary, account.temporary?.isGood(at: office.surroundings.now()) != true {
            throw Refusal.wrongCredentials
        }
        return try await open(account, by: match, requestID: requestID)
    }

    /// Which of an account's passwords was given.
    private enum Match: Sendable { case own, temporary }

    /// The account of a name, unless its officer has left the service.
    private static func serving(_ name: String, in transaction: borrowing Transaction) throws -> AccountRecord? {
        guard let account = try Accounts.find(name: name, in: transaction) else { return nil }
        guard let id = account.officer else { return account }
        return try Officers.find(id, in: transaction)?.isActive == true ? account : nil
    }

    /// A wrong password is compared twice, whether or not there is an account and whether or not one was mailed.
    private static func match(_ password: String, _ account: AccountRecord?) throws -> Match? {
        if try matches(password, account?.passwordHash) { return .own }
        return try matches(password, account?.temporary?.hash) ? .temporary : nil
    }

    private static func matches(_ password: String, _ encoded: String?) throws -> Bool {
        let own = encoded.flatMap(PasswordHash.init(encoded:))
        let matches = try (own ?? Decoy.hash()).matches(password)
        return own != nil && matches
    }

    private func open(
        _ account: AccountRecord, by match: Match, requestID: String
    ) async throws -> (String, Visitor) {
        let now = office.surroundings.now()
        let session = try NewSession(office.surroundings)
        var account = account
        if match == .temporary { account.mustChangePassword = true }
        let opened = account
        try await office.database.write { transaction in
            try Throttle.clear(Self.tries.bucket("name", opened.name), in: transaction)
            if match == .temporary {
                try Accounts.useTemporary(of: opened.id, at: now, in: transaction)
                try Accounts.closeSessions(of: opened.id, in: transaction)
            }
            try session.open(for: opened.id, at: now, in: transaction)
            try AuditLog.append(
                AuditEntry(
                    at: now, actor: opened.name, action: "account.signed_in", subjectKind: "account",
                    subjectID: opened.id.text, requestID: requestID),
                in: transaction)
        }
        return (session.token, Visitor(opened, csrf: session.csrf, requestID: requestID))
    }
}

/// A hash of nothing, made once, for names that have no account.
private enum Decoy {
    static func hash() throws -> PasswordHash { try made.get() }

    private static let made = Result { try PasswordHash(of: "no account has this password") }
}
