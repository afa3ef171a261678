public import Academy
import Digests
public import Records
import SQL

/// Mails a temporary password: to an account that there is, or with a new one for staff of the academy.
///
/// Nobody but the reader of the letter sees the password.
public struct InviteUser: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// Sends a temporary password again; the account's own stays right until that is used.
    /// - Throws: ``Refusal/forbidden``, ``Refusal/notFound``; ``Refusal/conflict(_:)`` with `noAddress` for an account that is
    ///   blocked, whose officer has left, or whose name is no address.
    public func again(_ id: AccountRecord.ID, by caller: Caller) async throws {
        let deed = try UserDeed(office, by: caller)
        let (password, record) = try await draw(deed)
        let letters = AccountLetters(office: office)
        try await office.database.write { transaction in
            let account = try deed.account(id, in: transaction)
            let officer = try account.officer.flatMap { try Officers.find($0, in: transaction) }
            guard account.isActive, account.hasAddress, officer?.isActive ?? true else {
                throw Refusal.conflict(.noAddress)
            }
            try Accounts.setTemporary(record, of: id, in: transaction)
            let letter = try letters.password(
                "account.password_reset", password, until: record.until, for: .init(account))
            try Outbox.add(letter, at: deed.now, in: transaction)
            try deed.note("account.password_sent", account, in: transaction)
        }
    }

    /// Opens an account for staff who take no courses.
    /// - Throws: ``Refusal/forbidden``; ``Refusal/invalid(_:)`` with `email` (`missing`, `form`, `domain`, `taken`), `name`
    ///   (`missing`) and `roles` (`missing`).
    public func newcomer(
        email: String, name: String, roles: Set<Role>, language: Language, by caller: Caller
    ) async throws -> AccountRecord.ID {
        let deed = try UserDeed(office, by: caller)
        let form = try NewcomerForm(email: email, name: name, roles: roles, domains: office.settings.emailDomains)
        let (password, record) = try await draw(deed)
        let account = AccountRecord(
            id: try office.surroundings.newID(), name: form.email.text, passwordHash: "", roles: form.roles,
            officer: nil, displayName: form.name.text, language: language, mustChangePassword: true,
            temporary: record)
        let letter = try AccountLetters(office: office).password(
            "account.registered", password, until: record.until, for: .init(account))
        do {
            try await office.database.write { transaction in
                try Accounts.insert(account, at: deed.now, in: transaction)
                try Outbox.add(letter, at: deed.now, in: transaction)
                try deed.note("account.added", account, after: form.roles.codes, in: transaction)
            }
        } catch let error as SQLError where error.kind == .unique(constraint: "account_name") {
            throw Refusal.invalid([FieldProblem(field: "email", code: "taken")])
        }
        return account.id
    }

    private func draw(_ deed: UserDeed) async throws -> (TemporaryPassword, TemporaryPasswordRecord) {
        let password = try TemporaryPassword(office.surroundings)
        let hash = try await office.vestibule.run { try PasswordHash(of: password.text).encoded }
        let end = deed.now.adding(seconds: TemporaryPassword.lifetimeSeconds)
        return (password, TemporaryPasswordRecord(hash: hash, until: end))
    }
}

/// What the form for a new account asks, parsed.
private struct NewcomerForm: Sendable {
    let email: DepartmentEmail
    let name: PersonName
    let roles: Set<Role>

    init(email: String, name: String, roles: Set<Role>, domains: [String]) throws(Refusal) {
        var problems: [FieldProblem] = []
        var address: DepartmentEmail?
        do throws(DepartmentEmail.Problem) {
            address = try DepartmentEmail(parsing: email, domains: domains)
        } catch {
            problems.append(FieldProblem(field: "email", code: email.isBlank ? "missing" : error.code))
        }
        let person = try? PersonName(parsing: name)
        if person == nil { problems.append(FieldProblem(field: "name", code: "missing")) }
        let given = roles.subtracting([.officer])
        if given.isEmpty { problems.append(FieldProblem(field: "roles", code: "missing")) }
        guard problems.isEmpty, let address, let person else { throw .invalid(problems) }
        self.email = address
        self.name = person
        self.roles = given
    }
}
