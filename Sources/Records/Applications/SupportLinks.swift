public import Academy
public import SQL

/// A link that a supervisor was mailed; only the hash of its secret is kept.
public struct SupportLinkRecord: Sendable, Hashable {
    public let tokenSHA256: String
    public let application: ApplicationRecord.ID
    /// The application's edition that the supervisor was asked about.
    public let edition: Int
    public let expiresAt: Instant

    public init(tokenSHA256: String, application: ApplicationRecord.ID, edition: Int, expiresAt: Instant) {
        self.tokenSHA256 = tokenSHA256
        self.application = application
        self.edition = edition
        self.expiresAt = expiresAt
    }
}

public enum SupportLinks {
    public static func insert(
        _ link: SupportLinkRecord, at moment: Instant, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute(
            """
            INSERT INTO support_link (token_sha256, application_id, edition, created_at, expires_at)
            VALUES (\(link.tokenSHA256), \(link.application), \(link.edition), \(moment), \(link.expiresAt))
            """)
    }

    /// When the supervisor was first asked about an edition of an application; nil when nobody was.
    public static func asked(
        _ application: ApplicationRecord.ID, edition: Int, in transaction: borrowing Transaction
    ) throws -> Instant? {
        try transaction.all(
            """
            SELECT created_at FROM support_link WHERE application_id = \(application) AND edition = \(edition)
            """
        ) { row -> Instant in try row["created_at"] }.min()
    }

    /// Also one that has expired: its page says so.
    public static func find(
        tokenSHA256: String, in transaction: borrowing Transaction
    ) throws -> SupportLinkRecord? {
        try transaction.first(
            """
            SELECT token_sha256, application_id, edition, expires_at FROM support_link
            WHERE token_sha256 = \(tokenSHA256)
            """
        ) { row in
            SupportLinkRecord(
                tokenSHA256: try row["token_sha256"], application: try row["application_id"],
                edition: try row["edition"], expiresAt: try row["expires_at"])
        }
    }
}
