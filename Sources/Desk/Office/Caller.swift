public import Academy

/// Who asks for a deed.
///
/// Every permission is decided on this value and the thing asked for.
public struct Caller: Sendable, Hashable {
    /// Id of the account; `system` for what the program does by itself.
    public let account: String
    /// The officer that the account belongs to, if any.
    public let officer: Officer.ID?
    public let roles: Set<Role>
    public let displayName: String
    public let language: Language
    /// Goes into the audit and into the log, so that one leads to the other.
    public let requestID: String

    public init(
        account: String, officer: Officer.ID?, roles: Set<Role>, displayName: String, language: Language = .malay,
        requestID: String
    ) {
        self.account = account
        self.officer = officer
        self.roles = roles
        self.displayName = displayName
        self.language = language
        self.requestID = requestID
    }

    /// The program itself: deadlines, recovery, and commands that an operator types on the machine.
    public static func system(requestID: String) -> Caller {
        Caller(
            account: "system", officer: nil, roles: [.administrator], displayName: "AKMAL2U", requestID: requestID)
    }

    public func has(_ role: Role) -> Bool { roles.contains(role) }
}
