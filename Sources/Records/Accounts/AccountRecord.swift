public import Academy

/// An account that people sign in with.
public struct AccountRecord: Sendable, Hashable {
    public typealias ID = Identifier<AccountRecord>

    public let id: ID
    /// What is typed to sign in, in lower case.
    public let name: String
    /// Encoded argon2id hash.
    public var passwordHash: String
    public var roles: Set<Role>
    /// The officer whose account it is; nil for staff of the academy who take no courses.
    public var officer: Officer.ID?
    public var displayName: String
    public var language: Language
    public var mustChangePassword: Bool
    public var isActive: Bool
    /// A password that was mailed, beside the account's own, which stays right until the mailed one is used.
    public var temporary: TemporaryPasswordRecord?

    public init(
        id: ID, name: String, passwordHash: String, roles: Set<Role>, officer: Officer.ID?, displayName: String,
        language: Language = .malay, mustChangePassword: Bool = false, isActive: Bool = true,
        temporary: TemporaryPasswordRecord? = nil
    ) {
        self.id = id
        self.name = name.lowercased()
        self.passwordHash = passwordHash
        self.roles = roles
        self.officer = officer
        self.displayName = displayName
        self.language = language
        self.mustChangePassword = mustChangePassword
        self.isActive = isActive
        self.temporary = temporary
    }
}

/// A mailed password: it opens one session and ends with its day.
public struct TemporaryPasswordRecord: Sendable, Hashable {
    /// Encoded argon2id hash.
    public let hash: String
    public let until: Instant
    public let usedAt: Instant?

    public init(hash: String, until: Instant, usedAt: Instant? = nil) {
        self.hash = hash
        self.until = until
        self.usedAt = usedAt
    }
}
