import Academy
import Desk
import Records
import SQL
import Testing

@Suite struct SignInTests {
    private static func open(_ test: TestOffice) async throws {
        try await AddAccount(test.office)(
            name: "Ali@Customs.gov.my", password: try Password(candidate: "Kastam@2026Kuat"), roles: [.administrator],
            officer: nil,
            displayName: "Ali", by: .system(requestID: "t"))
    }

    @Test func `the right password opens a session that ends when it is ended or old`() async throws {
        let test = try await TestOffice()
        try await Self.open(test)
        let signIn = SignIn(test.office)
        let (token, visitor) = try await signIn(
            name: " ALI@customs.gov.my", password: "Kastam@2026Kuat", address: "a", requestID: "r")
        #expect(visitor.caller.roles == [.administrator])
        let recognise = RecogniseVisitor(test.office)
        #expect(try await recognise(token: token, requestID: "r")?.csrf == visitor.csrf)
        #expect(try await recognise(token: String(token.reversed()), requestID: "r") == nil)
        try await SignOut(test.office)(token: token)
        #expect(try await recognise(token: token, requestID: "r") == nil)
        let second = try await signIn(
            name: "ali@customs.gov.my", password: "Kastam@2026Kuat", address: "a", requestID: "r")
        test.clock.advance(seconds: 8 * 3600 + 1)
        #expect(try await recognise(token: second.token, requestID: "r") == nil)
        await test.close()
    }

    @Test(arguments: [
        ("ali@customs.gov.my", "Kastam@2026Salah"), ("siapa@customs.gov.my", "Kastam@2026Kuat"), ("", ""),
        ("ali@customs.gov.my", ""),
    ])
    func `a wrong name and a wrong password are answered alike`(name: String, password: String) async throws {
        let test = try await TestOffice()
        try await Self.open(test)
        await #expect(throws: Refusal.wrongCredentials) {
            try await SignIn(test.office)(name: name, password: password, address: "a", requestID: "r")
        }
        await test.close()
    }

    @Test func `guessing is slowed down by name, even for the right password, and time forgives`() async throws {
        let test = try await TestOffice()
        try await Self.open(test)
        let signIn = SignIn(test.office)
        for number in 1...10 {
            await #expect(throws: Refusal.wrongCredentials) {
                try await signIn(
                    name: "ali@customs.gov.my", password: "x\(number)", address: "a\(number)", requestID: "r")
            }
        }
        await #expect(throws: Refusal.throttled(retryAfterSeconds: 900)) {
            try await signIn(name: "ali@customs.gov.my", password: "Kastam@2026Kuat", address: "b", requestID: "r")
        }
        test.clock.advance(seconds: 901)
        _ = try await signIn(name: "ali@customs.gov.my", password: "Kastam@2026Kuat", address: "b", requestID: "r")
        await test.close()
    }

    @Test func `no name and no password is kept in the clear`() async throws {
        let test = try await TestOffice()
        try await Self.open(test)
        _ = try? await SignIn(test.office)(
            name: "ali@customs.gov.my", password: "x", address: "203.0.113.7", requestID: "r")
        let texts = try await test.office.database.read { transaction in
            try transaction.all("SELECT bucket AS t FROM throttle UNION ALL SELECT password_hash FROM account") {
                row -> String in try row["t"]
            }
        }
        #expect(texts.count == 3)
        #expect(texts.allSatisfy { !$0.contains("203.0.113.7") && !$0.contains("ali@") && !$0.contains("Kastam") })
        await test.close()
    }

    @Test func `an account's name is taken once, in any case`() async throws {
        let test = try await TestOffice()
        try await Self.open(test)
        await #expect(throws: Refusal.invalid([FieldProblem(field: "name", code: "taken")])) {
            try await Self.open(test)
        }
        await test.close()
    }
}
