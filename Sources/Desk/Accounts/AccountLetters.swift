import Academy
import Records

/// The letters about accounts, as rows of the outbox.
struct AccountLetters: Sendable {
    let office: Office

    /// With the temporary password: `account.registered` or `account.password_reset`.
    func password(
        _ kind: String, _ password: TemporaryPassword, until end: Instant, for reader: Reader
    ) throws -> OutboxMessage {
        try message(
            kind, reader,
            [
                "user": reader.user, "password": password.text, "expires": DatePhrase.moment(end, reader.language),
                "link": SiteLinks(office.settings).signIn(reader.user),
            ])
    }

    func passwordChanged(at moment: Instant, for reader: Reader) throws -> OutboxMessage {
        try message(
            "account.password_changed", reader,
            [
                "moment": DatePhrase.moment(moment, reader.language),
                "link": SiteLinks(office.settings).forgottenPassword(reader.user),
            ])
    }

    func alreadyRegistered(for reader: Reader) throws -> OutboxMessage {
        try message(
            "account.already_registered", reader,
            ["user": reader.user, "link": SiteLinks(office.settings).forgottenPassword(reader.user)])
    }

    /// To an address of somebody of whom there were two records.
    func merged(to address: String, for reader: Reader) throws -> OutboxMessage {
        try message(
            "account.merged", Reader(user: address, name: reader.name, language: reader.language),
            ["user": reader.user, "link": SiteLinks(office.settings).signIn(reader.user)])
    }

    /// Whom a letter is for.
    struct Reader: Sendable {
        let user: String
        let name: String
        let language: Language

        init(user: String, name: String, language: Language) {
            self.user = user
            self.name = name
            self.language = language
        }

        init(_ account: AccountRecord) {
            self.init(user: account.name, name: account.displayName, language: account.language)
        }
    }

    private func message(_ kind: String, _ reader: Reader, _ values: [String: String]) throws -> OutboxMessage {
        OutboxMessage(
            id: try office.surroundings.newID(), kind: kind, recipient: reader.user, language: reader.language,
            values: values.merging(["name": reader.name]) { first, _ in first })
    }
}
