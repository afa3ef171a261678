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

    init(_ account: AccountRecord, csrf: String, requestID: String) {
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
    private static let window: Int64 = 900
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
        let buckets = [Self.bucket("name", folded), Self.bucket("address", address)]
        try await countTry(buckets)
        let account = try await office.database.read { try Accounts.find(name: folded, in: $0) }
        let encoded = account?.passwordHash
        let matches = try await office.vestibule.run {
            let hash = try encoded.flatMap(PasswordHash.init(encoded:)) ?? Decoy.hash()
            return password.utf8.count <= PasswordHash.longestPassword ? try hash.matches(password) : false
        }
        guard let account, account.isActive, matches else { throw Refusal.wrongCredentials }
        return try await open(account, forgetting: buckets[0], requestID: requestID)
    }

    private func countTry(_ buckets: [String]) async throws {
        let now = office.surroundings.now()
        let limits = [Self.triesPerName, Self.triesPerAddress]
        let waits = try await office.database.write { transaction in
            try zip(buckets, limits).compactMap { bucket, limit in
                let tries = try Throttle.count(bucket, window: Self.window, at: now, in: transaction)
                return tries.count > limit ? tries.until.milliseconds - now.milliseconds : nil
            }
        }
        if let wait = waits.max() { throw Refusal.throttled(retryAfterSeconds: Int(max(1, wait / 1000))) }
    }

    private func open(
        _ account: AccountRecord, forgetting bucket: String, requestID: String
    ) async throws -> (String, Visitor) {
        let now = office.surroundings.now()
        let token = Hexadecimal.text(try office.surroundings.random(32))
        let csrf = Hexadecimal.text(try office.surroundings.random(32))
        try await office.database.write { transaction in
            try Throttle.clear(bucket, in: transaction)
            try Accounts.openSession(
                tokenSHA256: SHA256Digest(of: token).hex, of: account.id, csrf: csrf, at: now,
                until: now.adding(seconds: Self.sessionSeconds), in: transaction)
            try AuditLog.append(
                AuditEntry(
                    at: now, actor: account.name, action: "account.signed_in", subjectKind: "account",
                    subjectID: account.id.text, requestID: requestID),
                in: transaction)
        }
        return (token, Visitor(account, csrf: csrf, requestID: requestID))
    }

    /// Names and addresses are hashed: the table must not become a list of who tried when.
    private static func bucket(_ kind: String, _ text: String) -> String {
        "sign-in:\(kind):\(SHA256Digest(of: text).hex.prefix(32))"
    }
}

/// A hash of nothing, made once, for names that have no account.
private enum Decoy {
    static func hash() throws -> PasswordHash { try made.get() }

    private static let made = Result { try PasswordHash(of: "no account has this password") }
}
