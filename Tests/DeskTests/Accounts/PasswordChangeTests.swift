import Academy
import Desk
import Records
import SQL
import Testing

@Suite struct `Passwords` {
    private static let first = "Kata-Laluan-Baharu-0"

    private func problems(_ refusal: Refusal?) -> [String] {
        guard case .invalid(let found) = refusal else { return [] }
        return found.map { "\($0.field) \($0.code)" }
    }

    @Test func `edge 58: a temporary password opens one session, within its day`() async throws {
        let test = try await TestOffice()
        try await test.importStaff(TestOffice.row(1), TestOffice.row(2))
        try await test.register(1)
        let mailed = try await test.mailedPassword()
        let opened = try await test.signIn(1, mailed)
        #expect(opened.visitor.mustChangePassword)
        test.clock.advance(seconds: 30)
        #expect(try await test.signIn(1, mailed).visitor.mustChangePassword, "a double click")
        test.clock.advance(seconds: 31)
        await #expect(throws: Refusal.wrongCredentials) { try await test.signIn(1, mailed) }

        try await test.register(2)
        let late = try await test.mailedPassword()
        test.clock.advance(seconds: 24 * 3600)
        await #expect(throws: Refusal.wrongCredentials) { try await test.signIn(2, late) }
        await test.close()
    }

    @Test func `edge 58: a change ends every other session, goes on in a new one and is told by mail`() async throws {
        let test = try await TestOffice()
        let (token, visitor) = try await test.settled(1, password: Self.first)
        let elsewhere = try await test.signIn(1, Self.first)
        test.clock.advance(seconds: 1)
        let changed = try await ChangePassword(test.office)(
            current: Self.first, new: "Kata-Laluan-Lain-77", again: "Kata-Laluan-Lain-77", by: visitor)
        let recognise = RecogniseVisitor(test.office)
        #expect(try await recognise(token: token, requestID: "r") == nil)
        #expect(try await recognise(token: elsewhere.token, requestID: "r") == nil)
        #expect(try await recognise(token: changed.token, requestID: "r")?.mustChangePassword == false)
        #expect(try await test.letters().last?.kind == "account.password_changed")
        await #expect(throws: Refusal.wrongCredentials) { try await test.signIn(1, Self.first) }
        await test.close()
    }

    @Test func `edge 58: the last five and the mailed one may not come again`() async throws {
        let test = try await TestOffice()
        try await test.importStaff(TestOffice.row(1))
        try await test.register(1)
        let mailed = try await test.mailedPassword()
        var visitor = try await test.signIn(1, mailed).visitor
        let change = ChangePassword(test.office)
        let reused = await #expect(throws: Refusal.self) {
            try await change(current: "", new: mailed, again: mailed, by: visitor)
        }
        #expect(problems(reused) == ["new reused"])
        var current = ""
        for number in 0...5 {
            let new = "Kata-Laluan-Baharu-\(number)"
            visitor = try await change(current: current, new: new, again: new, by: visitor).visitor
            current = new
            test.clock.advance(seconds: 1000)
        }
        for number in 1...5 {
            let old = "Kata-Laluan-Baharu-\(number)"
            let refusal = await #expect(throws: Refusal.self) {
                try await change(current: current, new: old, again: old, by: visitor)
            }
            #expect(problems(refusal) == ["new reused"], "\(old)")
            test.clock.advance(seconds: 1000)
        }
        _ = try await change(current: current, new: Self.first, again: Self.first, by: visitor)
        await test.close()
    }

    @Test func `every rule that is broken is told, and the present password is asked for`() async throws {
        let test = try await TestOffice()
        let visitor = try await test.settled(1, password: Self.first).visitor
        for (current, new, again, expected) in [
            ("", "", "", ["current missing", "new missing"]),
            ("x", "abc", "abd", ["new length", "new upper_case", "new digit", "new symbol", "again different"]),
            ("salah", "Kata-Laluan-Lain-77", "Kata-Laluan-Lain-77", ["current wrong"]),
            (Self.first, "Kata Laluan Lain 77", "Kata Laluan Lain 77", ["new symbol"]),
        ] {
            let refusal = await #expect(throws: Refusal.self) {
                try await ChangePassword(test.office)(current: current, new: new, again: again, by: visitor)
            }
            #expect(problems(refusal) == expected)
        }
        await test.close()
    }

    @Test func `edge 59: letters are counted as people see them, and however a keyboard puts them together`()
        async throws
    {
        #expect(Password.Rule.length.holds(for: String(repeating: "👨‍👩‍👧", count: 12)))
        #expect(!Password.Rule.length.holds(for: String(repeating: "e\u{301}", count: 11)))
        let rejected = #expect(throws: Password.Rejected.self) {
            try Password(candidate: String(repeating: "🔒", count: 12))
        }
        #expect(rejected?.broken == [.upperCase, .lowerCase, .digit])
        #expect(!Password.Rule.length.holds(for: "A" + String(repeating: "\u{301}", count: 600)), "bounded in bytes")
        let test = try await TestOffice()
        _ = try await test.settled(1, password: "Caf\u{E9}-Kata-2026-X")
        #expect(try await test.signIn(1, "Cafe\u{301}-Kata-2026-X").visitor.mustChangePassword == false)
        await test.close()
    }

    @Test func `who has forgotten the own gets another by mail, and the own stays right until that is used`()
        async throws
    {
        let test = try await TestOffice()
        let (token, _) = try await test.settled(1, password: Self.first)
        test.clock.advance(seconds: 1)
        try await ForgetPassword(test.office)(user: " P1@customs.gov.my", address: "a", requestID: "r")
        let letter = try #require(try await test.letters().last)
        #expect(letter.kind == "account.password_reset")
        #expect(try await test.signIn(1, Self.first).visitor.mustChangePassword == false)
        #expect(try await RecogniseVisitor(test.office)(token: token, requestID: "r") != nil)

        let visitor = try await test.signIn(1, letter.values["password"] ?? "").visitor
        #expect(visitor.mustChangePassword)
        #expect(try await RecogniseVisitor(test.office)(token: token, requestID: "r") == nil)
        _ = try await ChangePassword(test.office)(
            current: "", new: "Kata-Laluan-Lain-77", again: "Kata-Laluan-Lain-77", by: visitor)
        await test.close()
    }

    @Test func `nobody without an account, or whose officer has left, gets a letter`() async throws {
        let test = try await TestOffice()
        _ = try await test.settled(1, password: Self.first)
        let before = try await test.letters().count
        try await ForgetPassword(test.office)(user: "tiada@customs.gov.my", address: "a", requestID: "r")
        test.clock.advance(seconds: 60)
        try await test.importStaff(TestOffice.row(1, status: "DIGANTUNG"))
        try await ForgetPassword(test.office)(user: "p1@customs.gov.my", address: "a", requestID: "r")
        #expect(try await test.letters().count == before)
        await test.close()
    }
}
