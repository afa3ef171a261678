public import Academy
public import SQL

/// A replacement who was named: an application of its own, bound to the one whose seat it may take.
public struct NominationRecord: Sendable, Hashable {
    /// The replacement's.
    public let application: ApplicationRecord.ID
    /// *Menggantikan*: the application whose seat it is.
    public let original: ApplicationRecord.ID
    public let release: ReleaseRecord.ID
    /// Account.
    public let namedBy: String
    public let namedAt: Instant
    /// Until when the replacement answers, and once accepted the supervisor.
    public var expiresAt: Instant
    public var acceptedAt: Instant?
    /// By the replacement's own supervisor.
    public var supportedAt: Instant?
    /// When it led to a seat or to nothing; the application's state says which.
    public var endedAt: Instant?

    public init(
        application: ApplicationRecord.ID, original: ApplicationRecord.ID, release: ReleaseRecord.ID, namedBy: String,
        namedAt: Instant, expiresAt: Instant, acceptedAt: Instant? = nil, supportedAt: Instant? = nil,
        endedAt: Instant? = nil
    ) {
        self.application = application
        self.original = original
        self.release = release
        self.namedBy = namedBy
        self.namedAt = namedAt
        self.expiresAt = expiresAt
        self.acceptedAt = acceptedAt
        self.supportedAt = supportedAt
        self.endedAt = endedAt
    }
}

/// Replacements who were named.
public enum Nominations {
    private static let columns: SQL = """
        nomination.application_id, original_id, nomination.release_id, named_by, named_at, expires_at, accepted_at,
        supported_at, ended_at
        """

    /// - Throws: a `unique` ``SQLError`` with `nomination_one_open` while another replacement is named.
    public static func insert(_ nomination: NominationRecord, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            """
            INSERT INTO nomination (application_id, original_id, release_id, named_by, named_at, expires_at,
                accepted_at, supported_at, ended_at)
            VALUES (\(nomination.application), \(nomination.original), \(nomination.release), \(nomination.namedBy),
                \(nomination.namedAt), \(nomination.expiresAt), \(nullable: nomination.acceptedAt),
                \(nullable: nomination.supportedAt), \(nullable: nomination.endedAt))
            """)
    }

    /// By the replacement's own application.
    public static func find(
        _ application: ApplicationRecord.ID, in transaction: borrowing Transaction
    ) throws -> NominationRecord? {
        try transaction.first("SELECT \(columns) FROM nomination WHERE application_id = \(application)", as: record)
    }

    /// The one that has not ended, of an application whose seat is to be taken.
    public static func open(
        for original: ApplicationRecord.ID, in transaction: borrowing Transaction
    ) throws -> NominationRecord? {
        try transaction.first(
            "SELECT \(columns) FROM nomination WHERE original_id = \(original) AND ended_at IS NULL", as: record)
    }

    /// Everybody who was named for one request, the first first.
    public static func of(
        _ release: ReleaseRecord.ID, in transaction: borrowing Transaction
    ) throws -> [NominationRecord] {
        try transaction.all(
            "SELECT \(columns) FROM nomination WHERE release_id = \(release) ORDER BY application_id", as: record)
    }

    /// Those whose time is up and that somebody still has to answer, the oldest first.
    public static func overdue(
        at moment: Instant, limit: Int, in transaction: borrowing Transaction
    ) throws -> [NominationRecord] {
        try transaction.all(
            """
            SELECT \(columns) FROM nomination
            WHERE ended_at IS NULL AND supported_at IS NULL AND expires_at < \(moment)
            ORDER BY expires_at, application_id LIMIT \(limit)
            """, as: record)
    }

    /// Writes how far it has come.
    public static func update(_ nomination: NominationRecord, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            """
            UPDATE nomination SET expires_at = \(nomination.expiresAt), accepted_at = \(nullable: nomination.acceptedAt),
                supported_at = \(nullable: nomination.supportedAt), ended_at = \(nullable: nomination.endedAt)
            WHERE application_id = \(nomination.application)
            """)
    }

    private static func record(_ row: Row) throws -> NominationRecord {
        NominationRecord(
            application: try row["application_id"], original: try row["original_id"], release: try row["release_id"],
            namedBy: try row["named_by"], namedAt: try row["named_at"], expiresAt: try row["expires_at"],
            acceptedAt: try row["accepted_at"], supportedAt: try row["supported_at"], endedAt: try row["ended_at"])
    }
}
