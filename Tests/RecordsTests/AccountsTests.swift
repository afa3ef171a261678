import Academy
import Records
import SQL
import Testing

@Suite struct AccountsTests {
    private func account(_ number: Int, officer: Int? = nil, isActive: Bool = true) -> AccountRecord {
        AccountRecord(
            id: Sample.id("account", number), name: "Pegawai\(number)@Customs.gov.my", passwordHash: "$argon2id$x",
            roles: [.officer, .finance], officer: officer.map { Sample.id("officer", $0) }, displayName: "Pegawai",
            language: .english, mustChangePassword: true, isActive: isActive)
    }

    private func session(
        _ token: String, at moment: Instant, in transaction: borrowing Transaction
    ) throws -> AccountRecord? {
        try Accounts.session(tokenSHA256: token, at: moment, in: transaction)?.account
    }

    @Test func `an account comes back by its name in any case`() async throws {
        let register = try await Register().withParticipants(1)
        let account = account(1, officer: 0)
        try await register.database.write { try Accounts.insert(account, at: Sample.moment, in: $0) }
        try await register.database.read { transaction throws in
            for name in ["pegawai1@customs.gov.my", "PEGAWAI1@CUSTOMS.GOV.MY"] {
                #expect(try Accounts.find(name: name, in: transaction) == account)
            }
            #expect(try Accounts.find(account.id, in: transaction) == account)
            #expect(try Accounts.find(name: "pegawai2@customs.gov.my", in: transaction) == nil)
            #expect(try Accounts.language(of: Sample.id("officer", 0), in: transaction) == .english)
            #expect(try Accounts.language(of: Sample.id("officer", 1), in: transaction) == .malay)
        }
    }

    @Test func `a name is taken once whatever its case, and an officer has one account; staff share none`() async throws
    {
        let register = try await Register().withParticipants(1)
        try await register.database.write { transaction throws in
            try Accounts.insert(account(1, officer: 0), at: Sample.moment, in: transaction)
            try Accounts.insert(account(2), at: Sample.moment, in: transaction)
            try Accounts.insert(account(3), at: Sample.moment, in: transaction)
        }
        let sameName = AccountRecord(
            id: Sample.id("account", 9), name: "PEGAWAI1@customs.GOV.my", passwordHash: "", roles: [.officer],
            officer: nil, displayName: "")
        for (account, constraint) in [(sameName, "account_name"), (account(4, officer: 0), "account_officer")] {
            let error = await #expect(throws: SQLError.self) {
                try await register.database.write { try Accounts.insert(account, at: Sample.moment, in: $0) }
            }
            #expect(error?.kind == .unique(constraint: constraint))
        }
    }

    @Test func `a session lasts until its end and no longer`() async throws {
        let register = try await Register()
        let end = Sample.moment.adding(seconds: 100)
        try await register.database.write { transaction throws in
            try Accounts.insert(account(1), at: Sample.moment, in: transaction)
            try Accounts.openSession(
                tokenSHA256: "t", of: Sample.id("account", 1), csrf: "s", at: Sample.moment, until: end, in: transaction
            )
        }
        try await register.database.read { transaction throws in
            let found = try Accounts.session(tokenSHA256: "t", at: Sample.moment, in: transaction)
            #expect(found?.csrf == "s" && found?.account == account(1))
            #expect(try session("t", at: end.adding(seconds: -1), in: transaction) != nil)
            #expect(try session("t", at: end, in: transaction) == nil)
            #expect(try session("other", at: Sample.moment, in: transaction) == nil)
        }
    }

    @Test func `signing out ends one session, a closed account has none`() async throws {
        let register = try await Register()
        let end = Sample.moment.adding(seconds: 100)
        try await register.database.write { transaction throws in
            try Accounts.insert(account(1), at: Sample.moment, in: transaction)
            try Accounts.insert(account(2, isActive: false), at: Sample.moment, in: transaction)
            for (token, owner) in [("a", 1), ("b", 1), ("c", 2)] {
                try Accounts.openSession(
                    tokenSHA256: token, of: Sample.id("account", owner), csrf: "", at: Sample.moment, until: end,
                    in: transaction)
            }
            try Accounts.closeSession(tokenSHA256: "a", in: transaction)
            #expect(try session("a", at: Sample.moment, in: transaction) == nil)
            #expect(try session("b", at: Sample.moment, in: transaction) != nil)
            #expect(try session("c", at: Sample.moment, in: transaction) == nil)
        }
    }

    @Test func `sessions that have ended go when the next one opens`() async throws {
        let register = try await Register()
        try await register.database.write { transaction throws in
            try Accounts.insert(account(1), at: Sample.moment, in: transaction)
            for number in 0..<3 {
                let now = Sample.moment.adding(seconds: Int64(number) * 60)
                try Accounts.openSession(
                    tokenSHA256: "t\(number)", of: Sample.id("account", 1), csrf: "", at: now,
                    until: now.adding(seconds: 60), in: transaction)
            }
            #expect(try transaction.one("SELECT count(*) AS n FROM login_session") { try $0["n"] } == 1)
        }
    }

    @Test func `a new hash takes the place of the old one`() async throws {
        let register = try await Register()
        try await register.database.write { transaction throws in
            try Accounts.insert(account(1), at: Sample.moment, in: transaction)
            try Accounts.setPasswordHash("$argon2id$new", of: Sample.id("account", 1), in: transaction)
            #expect(try Accounts.find(Sample.id("account", 1), in: transaction)?.passwordHash == "$argon2id$new")
        }
    }
}
