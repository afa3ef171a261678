import Academy
import Desk
import Records
import SQL
import Testing

@Suite struct `Accounts and their roles` {
    private func added(
        _ test: TestOffice, _ name: String, _ roles: Set<Role>, officer: Officer.ID? = nil, as person: String? = nil
    ) async throws -> AccountRecord.ID {
        let account = AccountRecord(
            id: try test.office.surroundings.newID(), name: name, passwordHash: "", roles: roles, officer: officer,
            displayName: person ?? name)
        let now = test.clock.now
        try await test.office.database.write { try Accounts.insert(account, at: now, in: $0) }
        return account.id
    }

    @Test func `are found by name, address and MyKad number, a page at a time`() async throws {
        let test = try await TestOffice()
        let officer = try await test.person(1)
        _ = try await added(test, "b@customs.gov.my", [.finance], as: "MOHD FAIZ BIN CONTOH")
        _ = try await added(test, "a@customs.gov.my", [.auditor], as: "SITI BINTI CONTOH")
        let find = FindUsers(test.office)
        let admin = TestOffice.administrator
        #expect(
            try await find(search: "", limit: 50, by: admin).users.map(\.name)
                == ["a@customs.gov.my", "b@customs.gov.my", "p1@customs.gov.my"])
        #expect(try await find(search: "muhammad faiz", limit: 50, by: admin).users.map(\.name) == ["b@customs.gov.my"])
        #expect(try await find(search: "A@CUSTOMS", limit: 50, by: admin).users.map(\.name) == ["a@customs.gov.my"])
        #expect(
            try await find(search: officer.myKad.formatted, limit: 50, by: admin).users.map(\.name)
                == [officer.email.text])
        #expect(try await find(search: TestOffice.myKad(2), limit: 50, by: admin).users.isEmpty)
        let first = try await find(search: "contoh", limit: 2, by: admin)
        #expect(first.hasMore && first.users.count == 2)
        let second = try await find(search: "contoh", after: first.users[1].name, limit: 2, by: admin)
        #expect(!second.hasMore && second.users.count == 1)
        await test.close()
    }

    @Test func `change at once, over what they were, with one row of the audit`() async throws {
        let test = try await TestOffice()
        let id = try await added(test, "b@customs.gov.my", [.finance])
        let set = SetRoles(test.office)
        for _ in 1...2 {
            try await set([.coordinator, .officer], of: id, before: [.finance], by: TestOffice.administrator)
        }
        let view = try await FindUsers(test.office).one(id, by: TestOffice.administrator)
        #expect(view.summary.roles == [.coordinator], "an officer's role follows from the officer")
        await #expect(throws: Refusal.conflict(.changedMeanwhile)) {
            try await set([.auditor], of: id, before: [.finance], by: TestOffice.administrator)
        }
        await #expect(throws: Refusal.invalid([FieldProblem(field: "roles", code: "missing")])) {
            try await set([], of: id, before: [.coordinator], by: TestOffice.administrator)
        }
        let audit = try await test.audit("account", id.text)
        #expect(audit.map(\.action) == ["account.roles_changed"])
        #expect(audit.first?.before == "finance" && audit.first?.after == "coordinator")
        await test.close()
    }

    @Test func `always leave somebody who can administer, and nobody blocks the own account`() async throws {
        let test = try await TestOffice()
        let first = try await added(test, "admin", [.administrator])
        await #expect(throws: Refusal.conflict(.lastAdministrator)) {
            try await SetRoles(test.office)(
                [.auditor], of: first, before: [.administrator], by: TestOffice.administrator)
        }
        let second = try await added(test, "b", [.administrator])
        await #expect(throws: Refusal.conflict(.ownAccount)) {
            try await BlockUser(test.office)(first, isBlocked: true, by: TestOffice.administrator)
        }
        try await SetRoles(test.office)(
            [.auditor], of: first, before: [.administrator], by: TestOffice.administrator)
        let other = Caller(
            account: "c", officer: nil, roles: [.administrator], displayName: "", requestID: "")
        await #expect(throws: Refusal.conflict(.lastAdministrator)) {
            try await BlockUser(test.office)(second, isBlocked: true, by: other)
        }
        await test.close()
    }

    @Test func `that are blocked lose their sessions and cannot sign in until they are opened again`() async throws {
        let test = try await TestOffice()
        let password = "Kata-Laluan-Baharu-1"
        let (token, _) = try await test.settled(1, password: password)
        let id = try #require(try await test.account(1)).id
        let block = BlockUser(test.office)
        for _ in 1...2 { try await block(id, isBlocked: true, by: TestOffice.administrator) }
        #expect(try await RecogniseVisitor(test.office)(token: token, requestID: "") == nil)
        await #expect(throws: Refusal.wrongCredentials) { try await test.signIn(1, password) }
        try await block(id, isBlocked: false, by: TestOffice.administrator)
        let again = try await test.signIn(1, password)
        #expect(try await EndSessions(test.office)(id, by: TestOffice.administrator) == 1)
        #expect(try await EndSessions(test.office)(id, by: TestOffice.administrator) == 0)
        #expect(try await RecogniseVisitor(test.office)(token: again.token, requestID: "") == nil)
        let actions = try await test.audit("account", id.text).map(\.action)
        #expect(
            actions.suffix(4) == [
                "account.blocked", "account.unblocked", "account.signed_in", "account.sessions_ended",
            ])
        await test.close()
    }

    @Test func `coordinate the courses to which they are appointed`() async throws {
        let test = try await TestOffice()
        let course = try await test.course()
        let id = try await added(test, "k@customs.gov.my", [.finance])
        let coordinate = CoordinateCourse(test.office)
        let admin = TestOffice.administrator
        await #expect(throws: Refusal.invalid([FieldProblem(field: "course", code: "not_coordinator")])) {
            try await coordinate.appoint(id, to: course.code.text, by: admin)
        }
        try await SetRoles(test.office)([.coordinator], of: id, before: [.finance], by: admin)
        await #expect(throws: Refusal.invalid([FieldProblem(field: "course", code: "course_unknown")])) {
            try await coordinate.appoint(id, to: "AKMAL-XXX-999", by: admin)
        }
        for _ in 1...2 { try await coordinate.appoint(id, to: course.code.text, by: admin) }
        #expect(try await FindUsers(test.office).one(id, by: admin).courses.map(\.code) == [course.code])
        for _ in 1...2 { try await coordinate.dismiss(id, from: course.id, by: admin) }
        #expect(try await FindUsers(test.office).one(id, by: admin).courses.isEmpty)
        let actions = try await test.audit("account", id.text).map(\.action)
        #expect(actions == ["account.roles_changed", "account.coordinator_added", "account.coordinator_removed"])
        await test.close()
    }

    @Test func `for staff are opened with a mailed password that nobody else sees`() async throws {
        let test = try await TestOffice()
        let invite = InviteUser(test.office)
        let admin = TestOffice.administrator
        let id = try await invite.newcomer(
            email: "Kerani@customs.gov.my", name: "KERANI CONTOH", roles: [.finance], language: .malay, by: admin)
        let letter = try #require(try await test.letters().last)
        #expect(letter.kind == "account.registered" && letter.recipient == "kerani@customs.gov.my")
        let password = try #require(letter.values["password"])
        let signedIn = try await SignIn(test.office)(
            name: "kerani@customs.gov.my", password: password, address: "203.0.113.7", requestID: "")
        #expect(signedIn.visitor.mustChangePassword && signedIn.visitor.caller.roles == [.finance])
        test.clock.advance(seconds: 1)
        try await invite.again(id, by: admin)
        #expect(try await test.letters().last?.kind == "account.password_reset")
        let audit = try await test.audit("account", id.text)
        #expect(audit.map(\.action) == ["account.added", "account.signed_in", "account.password_sent"])
        #expect(audit.allSatisfy { !$0.after.contains(password) })
        await #expect(throws: Refusal.invalid([FieldProblem(field: "email", code: "taken")])) {
            try await invite.newcomer(
                email: "kerani@customs.gov.my", name: "K", roles: [.finance], language: .malay, by: admin)
        }
        await #expect(
            throws: Refusal.invalid([
                FieldProblem(field: "email", code: "domain"), FieldProblem(field: "name", code: "missing"),
                FieldProblem(field: "roles", code: "missing"),
            ])
        ) {
            try await invite.newcomer(email: "a@gmail.com", name: " ", roles: [.officer], language: .malay, by: admin)
        }
        try await BlockUser(test.office)(id, isBlocked: true, by: admin)
        await #expect(throws: Refusal.conflict(.noAddress)) { try await invite.again(id, by: admin) }
        await test.close()
    }

    @Test(arguments: [Role.officer, .coordinator, .finance, .auditor])
    func `are managed by administrators only`(_ role: Role) async throws {
        let test = try await TestOffice()
        let id = try await added(test, "b", [.finance])
        let caller = Caller(account: "x", officer: nil, roles: [role], displayName: "", requestID: "")
        await #expect(throws: Refusal.forbidden) {
            _ = try await FindUsers(test.office)(search: "", limit: 1, by: caller)
        }
        await #expect(throws: Refusal.forbidden) { _ = try await FindUsers(test.office).one(id, by: caller) }
        await #expect(throws: Refusal.forbidden) {
            try await SetRoles(test.office)([.auditor], of: id, before: [.finance], by: caller)
        }
        await #expect(throws: Refusal.forbidden) { try await BlockUser(test.office)(id, isBlocked: true, by: caller) }
        await #expect(throws: Refusal.forbidden) { try await EndSessions(test.office)(id, by: caller) }
        await #expect(throws: Refusal.forbidden) { try await InviteUser(test.office).again(id, by: caller) }
        await #expect(throws: Refusal.forbidden) {
            try await CoordinateCourse(test.office).appoint(id, to: "X", by: caller)
        }
        await test.close()
    }
}
