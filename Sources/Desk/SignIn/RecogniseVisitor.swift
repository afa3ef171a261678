import Digests
import Records
import SQL

/// Tells who holds a session's token.
///
/// Two point reads; run for every request that has a cookie.
public struct RecogniseVisitor: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// nil for a token that never was, has ended, or whose account was closed.
    public func callAsFunction(token: String, requestID: String) async throws -> Visitor? {
        guard token.utf8.count == 64 else { return nil }
        let now = office.surroundings.now()
        let hash = SHA256Digest(of: token).hex
        return try await office.database.read { transaction in
            try Accounts.session(tokenSHA256: hash, at: now, in: transaction).map {
                Visitor(
                    $0.account, csrf: $0.csrf, requestID: requestID,
                    unread: try Notices.unread(of: $0.account.id, in: transaction))
            }
        }
    }

    /// The same before this returns, without a look at how many notices wait; nil also where it would take a wait.
    public func atOnce(token: String, requestID: String) throws -> Visitor? {
        guard token.utf8.count == 64 else { return nil }
        let now = office.surroundings.now()
        let hash = SHA256Digest(of: token).hex
        let session = try office.database.readAtOnce { try Accounts.session(tokenSHA256: hash, at: now, in: $0) }
        return (session ?? nil).map { Visitor($0.account, csrf: $0.csrf, requestID: requestID) }
    }
}

/// Ends a session.
///
/// Ending one that has ended changes nothing.
public struct SignOut: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    public func callAsFunction(token: String) async throws {
        let hash = SHA256Digest(of: token).hex
        try await office.database.write { try Accounts.closeSession(tokenSHA256: hash, in: $0) }
    }
}
