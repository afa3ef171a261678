import Academy
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
        return try await office.database.read { try Self.holder(of: token, requestID, at: now, in: $0) }
    }

    /// The same before this returns; nil also where it would take a wait.
    public func atOnce(token: String, requestID: String) throws -> Visitor? {
        guard token.utf8.count == 64 else { return nil }
        let now = office.surroundings.now()
        return try office.database.readAtOnce { try Self.holder(of: token, requestID, at: now, in: $0) } ?? nil
    }

    private static func holder(
        of token: String, _ requestID: String, at moment: Instant, in transaction: borrowing Transaction
    ) throws -> Visitor? {
        let session = try Accounts.session(tokenSHA256: SHA256Digest(of: token).hex, at: moment, in: transaction)
        return try session.map {
            Visitor(
                $0.account, csrf: $0.csrf, requestID: requestID,
                unread: try Notices.unread(of: $0.account.id, in: transaction))
        }
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
