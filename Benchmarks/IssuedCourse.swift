import Academy
import Desk
import Digests
import Foundation
import Records
import SQL
import SQLiteDriver

/// A data folder in which the program has issued a whole course, with an officer signed in for each certificate.
struct IssuedCourse {
    struct Certificate: Sendable {
        let id: String
        let code: String
        /// Of its file, as the register has it.
        let document: SHA256Digest
        /// Of its holder's session.
        let cookie: String
    }

    let certificates: [Certificate]

    static func make(in folder: URL, officers: Int, by program: URL) async throws -> IssuedCourse {
        try await EarnedCourse.make(in: folder, officers: officers)
        try ChildProcess.succeed(
            [program.path, "issue", "--course", EarnedCourse.code, "--data", folder.path],
            log: folder.appending(path: "issue.log"))
        let database = try SQLiteDatabase(at: folder.appending(path: "akmal2u.sqlite").path)
        let now = Surroundings.live.now()
        let certificates = try await database.write { transaction in
            let rows = try transaction.all(
                "SELECT id, code, officer_id, document_sha256 FROM certificate WHERE status = 'valid' ORDER BY id"
            ) { row -> (String, String, String, String) in
                (try row["id"], try row["code"], try row["officer_id"], try row["document_sha256"])
            }
            return try rows.compactMap { id, code, officer, sha256 in
                let token = SHA256Digest(of: "session of \(officer)").hex
                let account = AccountRecord(
                    id: .init("account-\(officer)"), name: "\(officer)@customs.gov.my", passwordHash: "",
                    roles: [.officer], officer: .init(officer), displayName: officer)
                try Accounts.insert(account, at: now, in: transaction)
                try Accounts.openSession(
                    tokenSHA256: SHA256Digest(of: token).hex, of: account.id, csrf: token, at: now,
                    until: now.adding(seconds: 86_400), in: transaction)
                return SHA256Digest(hex: sha256).map {
                    Certificate(id: id, code: code, document: $0, cookie: "akmal_session=\(token)")
                }
            }
        }
        await database.close()
        guard certificates.count == officers else {
            throw Unmeasurable(reason: "\(certificates.count) of \(officers) certificates were issued")
        }
        return IssuedCourse(certificates: certificates)
    }
}
