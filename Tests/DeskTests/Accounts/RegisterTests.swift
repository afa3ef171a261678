import Academy
import Desk
import Records
import SQL
import Testing

@Suite struct `Registering` {
    @Test func `opens an account for an active officer and mails the ID and a temporary password`() async throws {
        let test = try await TestOffice()
        try await test.importStaff(TestOffice.row(1))
        try await test.register(1)
        let account = try #require(try await test.account(1))
        #expect(account.roles == [.officer])
        let officer = try await test.officerRow(1)
        #expect(account.officer == officer?.id)
        #expect(account.mustChangePassword)
        let letters = try await test.letters()
        #expect(letters.map(\.kind) == ["account.registered"])
        let values = letters.first?.values ?? [:]
        #expect(letters.first?.recipient == "p1@customs.gov.my")
        #expect(values["user"] == "p1@customs.gov.my")
        #expect(values["link"] == "https://sijil.example.my/masuk?id=p1@customs.gov.my")
        let password = try #require(values["password"])
        _ = try Password(candidate: password)
        #expect(account.passwordHash.isEmpty)
        #expect(account.temporary?.hash.hasPrefix("$argon2id$") == true)
        await test.close()
    }

    @Test(arguments: ["TIDAK AKTIF", "BERSARA", "DIGANTUNG"])
    func `makes no account and no letter without an active record`(status: String) async throws {
        let test = try await TestOffice()
        try await test.importStaff(TestOffice.row(1, status: status))
        try await test.register(1)
        try await test.register(2)
        #expect(try await test.account(1) == nil)
        #expect(try await test.account(2) == nil)
        #expect(try await test.letters() == [])
        await test.close()
    }

    @Test func `makes no account for another address than the directory's, and takes any where it has none`()
        async throws
    {
        let test = try await TestOffice()
        try await test.importStaff(TestOffice.row(1), TestOffice.row(2, email: ""))
        try await test.register(1, email: "lain@customs.gov.my")
        #expect(try await test.letters() == [])
        try await test.register(2)
        let officer = try await test.officerRow(2)
        #expect(try await test.account(2)?.officer == officer?.id)
        await test.close()
    }

    @Test func `tells by mail only that there is an account already, and leaves it as it is`() async throws {
        let test = try await TestOffice()
        try await test.importStaff(TestOffice.row(1))
        try await test.register(1)
        let account = try await test.account(1)
        test.clock.advance(seconds: 1)
        try await test.register(1)
        let kinds = try await test.letters().map(\.kind)
        #expect(kinds == ["account.registered", "account.already_registered"])
        let after = try await test.account(1)
        #expect(after == account)
        await test.close()
    }

    @Test func `edge 39: an unreachable directory opens no account and says so`() async throws {
        struct Down: Error {}
        let test = try await TestOffice(directory: StaffDirectory { _ in throw Down() })
        await #expect(throws: Refusal.directoryUnreachable) { try await test.register(1) }
        #expect(try await test.account(1) == nil)
        let empty = try await TestOffice()
        await #expect(throws: Refusal.directoryUnreachable) { try await empty.register(1) }
        await test.close()
        await empty.close()
    }

    @Test func `edge 60: it is throttled by number and by address, whether or not there is such a person`()
        async throws
    {
        let test = try await TestOffice()
        try await test.importStaff(TestOffice.row(1))
        for number in [1, 2] {
            for attempt in 1...5 { try await test.register(number, address: "198.51.100.\(attempt)") }
            await #expect(throws: Refusal.throttled(retryAfterSeconds: 3600)) {
                try await test.register(number, address: "198.51.100.9")
            }
        }
        await test.close()
    }

    @Test func `says what is wrong with each field`() async throws {
        let test = try await TestOffice()
        for (myKad, email, problems) in [
            ("", " ", ["mykad missing", "email missing"]),
            ("8501011456", "ali@gmail.com", ["mykad length", "email domain"]),
            ("851301145677", "ali@customs.gov.my.evil.tld", ["mykad date", "email domain"]),
            ("850101001234", "ali", ["mykad place", "email form"]),
            ("A1234567", "ali@customs.gov.my", ["mykad document"]),
        ] {
            let refusal = await #expect(throws: Refusal.self) {
                try await Register(test.office)(
                    myKad: myKad, email: email, address: "a", language: .malay, requestID: "r")
            }
            var found: [FieldProblem] = []
            if case .invalid(let fields) = refusal { found = fields }
            #expect(found.map { "\($0.field) \($0.code)" } == problems)
        }
        await test.close()
    }
}
