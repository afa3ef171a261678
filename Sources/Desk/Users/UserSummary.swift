public import Academy
public import Records
import SQL

/// An account on an administrator's list.
public struct UserSummary: Sendable, Hashable {
    public typealias ID = AccountRecord.ID

    public let id: ID
    /// ID Pengguna.
    public let name: String
    public let displayName: String
    public let roles: Set<Role>
    public let isActive: Bool
    /// The account is an officer's.
    public let isOfficer: Bool

    init(_ account: AccountRecord) {
        id = account.id
        name = account.name
        displayName = account.displayName
        roles = account.roles
        isActive = account.isActive
        isOfficer = account.officer != nil
    }
}

/// One account with all that an administrator decides about it.
public struct UserView: Sendable, Hashable {
    public let summary: UserSummary
    public let myKad: String
    public let post: String
    public let station: String
    /// False for an officer who has left: no sign-in, whatever the account says.
    public let isServing: Bool
    public let sessions: Int
    /// A mailed password is still good until then.
    public let temporaryUntil: Instant?
    public let courses: [CourseSummary]
    public let isOwn: Bool
    /// Nobody else administers.
    public let isLastAdministrator: Bool
    /// A letter can reach it.
    public let hasAddress: Bool
}

/// Accounts, for administrators.
public struct FindUsers: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// One page in the order of IDs.
    ///
    /// A MyKad number finds its holder's account exactly; other words find names and addresses that hold them all, by the
    /// academy's law of search.
    /// - Parameter key: the last ID of the page before.
    /// - Returns: at most `limit`, and whether there are more.
    /// - Throws: ``Refusal/forbidden`` for anybody but an administrator.
    public func callAsFunction(
        search: String, after key: String = "", limit: Int, by caller: Caller
    ) async throws -> (users: [UserSummary], hasMore: Bool) {
        guard Permission.manageAccounts(by: caller) else { throw Refusal.forbidden }
        return try await office.database.read(.long) { transaction in
            if let number = try? MyKad(parsing: search) {
                guard let officer = try Officers.find(myKad: number, in: transaction),
                    let account = try Accounts.find(officer: officer.id, in: transaction)
                else { return ([], false) }
                return ([UserSummary(account)], false)
            }
            return try Self.page(Needle(search), after: key, limit: limit, in: transaction)
        }
    }

    /// - Throws: ``Refusal/forbidden``, ``Refusal/notFound``.
    public func one(_ id: AccountRecord.ID, by caller: Caller) async throws -> UserView {
        guard Permission.manageAccounts(by: caller) else { throw Refusal.forbidden }
        let now = office.surroundings.now()
        return try await office.database.read { transaction in
            guard let account = try Accounts.find(id, in: transaction) else { throw Refusal.notFound }
            let officer = try account.officer.flatMap { try Officers.find($0, in: transaction) }
            let isAlone = try !Accounts.hasOtherAdministrator(than: id, in: transaction)
            return UserView(
                summary: UserSummary(account), myKad: officer?.myKad.formatted ?? "",
                post: officer.map { "\($0.post) \($0.grade)" } ?? "", station: officer?.station ?? "",
                isServing: officer?.isActive ?? true,
                sessions: try Accounts.openSessions(of: id, at: now, in: transaction),
                temporaryUntil: account.temporary.flatMap { $0.isGood(at: now) ? $0.until : nil },
                courses: try Offerings.courses(coordinatedBy: id, in: transaction).compactMap {
                    try Courses.find($0, in: transaction).map(CourseSummary.init)
                },
                isOwn: account.name == caller.account,
                isLastAdministrator: account.roles.contains(.administrator) && isAlone,
                hasAddress: account.hasAddress)
        }
    }

    /// Walks the accounts in order, a batch at a time, until a page is full.
    private static func page(
        _ needle: Needle, after key: String, limit: Int, in transaction: borrowing Transaction
    ) throws -> ([UserSummary], Bool) {
        var found: [UserSummary] = []
        var key = key
        while true {
            let batch = try Accounts.page(after: key, limit: 500, in: transaction)
            for account in batch where needle.isIn(account) {
                if found.count == limit { return (found, true) }
                found.append(UserSummary(account))
            }
            guard batch.count == 500, let last = batch.last else { return (found, false) }
            key = last.name
        }
    }

    /// What was typed, as it is looked for.
    private struct Needle {
        let words: [String]
        let typed: String

        init(_ text: String) {
            typed = text.filter { !$0.isWhitespace }.lowercased()
            words = SearchText(text).words
        }

        func isIn(_ account: AccountRecord) -> Bool {
            if typed.isEmpty || account.name.contains(typed) { return true }
            let text = SearchText(account.displayName).stored
            return !words.isEmpty && words.allSatisfy { text.contains($0) }
        }
    }
}

extension AccountRecord {
    /// Its name is an e-mail address.
    var hasAddress: Bool { name.utf8.contains(UInt8(ascii: "@")) }
}
