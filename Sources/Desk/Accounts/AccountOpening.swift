import Academy
import Records
import SQL

/// A registration with everything at hand: decides what is true, and writes it in one transaction.
///
/// Each way writes one row of the audit; what an onlooker can time is the hash, and that was made before.
struct AccountOpening: Sendable {
    private let form: RegistrationForm
    private let member: StaffMember?
    private let hash: String
    private let requestID: String
    private let now: Instant
    private let officerID: Officer.ID
    private let accountID: AccountRecord.ID
    private let end: Instant
    private let language: Language
    private let office: Office
    private let password: TemporaryPassword

    init(
        form: RegistrationForm, member: StaffMember?, password: TemporaryPassword, hash: String, language: Language,
        requestID: String, office: Office
    ) throws {
        self.form = form
        self.member = member
        self.password = password
        self.hash = hash
        self.language = language
        self.requestID = requestID
        self.office = office
        now = office.surroundings.now()
        end = now.adding(seconds: TemporaryPassword.lifetimeSeconds)
        officerID = try office.surroundings.newID()
        accountID = try office.surroundings.newID()
    }

    func write(in transaction: borrowing Transaction) throws {
        guard let member else { return try note("not_in_directory", in: transaction) }
        guard member.accepts(form.email) else { return try note("other_address", in: transaction) }
        guard member.isActive else { return try note(member.employment.rawValue, in: transaction) }
        if let account = try existing(in: transaction) { return try tell(account, in: transaction) }
        try open(member, in: transaction)
    }

    /// Records a registration that opened nothing, for administrators; the number is masked.
    func note(_ reason: String, in transaction: borrowing Transaction) throws {
        try AuditLog.append(
            AuditEntry(
                at: now, actor: "", action: "registration.refused", subjectKind: "registration",
                subjectID: form.myKad.masked, reason: reason, requestID: requestID),
            in: transaction)
    }

    private func existing(in transaction: borrowing Transaction) throws -> AccountRecord? {
        if let officer = try Officers.find(myKad: form.myKad, in: transaction),
            let account = try Accounts.find(officer: officer.id, in: transaction)
        {
            return account
        }
        return try Accounts.find(name: form.email.text, in: transaction)
    }

    /// The person has an account: the letter says so, the account stays as it is.
    private func tell(_ account: AccountRecord, in transaction: borrowing Transaction) throws {
        try note("has_account", in: transaction)
        guard account.isActive, account.name == form.email.text else { return }
        let letter = try AccountLetters(office: office).alreadyRegistered(for: .init(account))
        try Outbox.add(letter, at: now, in: transaction)
    }

    private func open(_ member: StaffMember, in transaction: borrowing Transaction) throws {
        let account = AccountRecord(
            id: accountID, name: form.email.text, passwordHash: "", roles: [.officer],
            officer: try officer(member, in: transaction), displayName: member.name.text, language: language,
            mustChangePassword: true, temporary: TemporaryPasswordRecord(hash: hash, until: end))
        try Accounts.insert(account, at: now, in: transaction)
        let letter = try AccountLetters(office: office).password(
            "account.registered", password, until: end, for: .init(account))
        try Outbox.add(letter, at: now, in: transaction)
        try AuditLog.append(
            AuditEntry(
                at: now, actor: account.name, action: "account.registered", subjectKind: "account",
                subjectID: account.id.text, after: "officer", requestID: requestID),
            in: transaction)
    }

    /// The officer whom the account is for: known from the directory's import, or made now.
    private func officer(_ member: StaffMember, in transaction: borrowing Transaction) throws -> Officer.ID {
        guard let known = try Officers.find(myKad: member.myKad, in: transaction) else {
            try Officers.insert(Officer(member, email: form.email, id: officerID), in: transaction)
            return officerID
        }
        var updated = known.following(member)
        updated.email = form.email
        if updated != known { try Officers.update(updated, in: transaction) }
        return known.id
    }
}
