import Academy
import Digests
import Records
import SQL

/// The secrets of a session that is about to begin.
struct NewSession: Sendable {
    /// For the cookie; only its hash is kept.
    let token: String
    let csrf: String

    init(_ surroundings: Surroundings) throws {
        token = Hexadecimal.text(try surroundings.random(32))
        csrf = Hexadecimal.text(try surroundings.random(32))
    }

    func open(
        for account: AccountRecord.ID, at moment: Instant, in transaction: borrowing Transaction
    ) throws {
        try Accounts.openSession(
            tokenSHA256: SHA256Digest(of: token).hex, of: account, csrf: csrf, at: moment,
            until: moment.adding(seconds: SignIn.sessionSeconds), in: transaction)
    }
}
