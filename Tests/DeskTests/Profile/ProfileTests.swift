import Academy
import Desk
import Records
import SQL
import Testing

@Suite struct `A profile` {
    @Test func `is saved with its history and one row of the audit that tells no values`() async throws {
        let test = try await TestOffice()
        let officer = try await test.person(1)
        let caller = TestOffice.caller(officer)
        let update = UpdateProfile(test.office)
        let details = PersonalDetails(phone: "012-345 6789", diet: " Alah  udang ")
        try await update(details, language: .english, version: 0, by: caller)
        let view = try await ReadProfile(test.office)(by: caller)
        #expect(view.language == .english)
        #expect(view.person?.details == PersonalDetails(phone: "+60123456789", diet: "Alah udang"))
        let history = try #require(view.person?.history)
        #expect(Set(history.map(\.field)) == ["phone", "diet", "language"])
        #expect(history.allSatisfy { $0.by == caller.account && $0.source == "own" })
        try await update(details, language: .english, version: 1, by: caller)
        let audit = try await test.audit("officer", officer.id.text)
        #expect(audit.map(\.action) == ["profile.updated"])
        #expect(audit.first?.after == "language phone diet")
        await test.close()
    }

    @Test func `that was saved somewhere else meanwhile is not overwritten`() async throws {
        let test = try await TestOffice()
        let caller = TestOffice.caller(try await test.person(1))
        let update = UpdateProfile(test.office)
        try await update(PersonalDetails(diet: "A"), language: .malay, version: 0, by: caller)
        await #expect(throws: Refusal.conflict(.changedMeanwhile)) {
            try await update(PersonalDetails(diet: "B"), language: .malay, version: 0, by: caller)
        }
        #expect(try await ReadProfile(test.office)(by: caller).person?.details.diet == "A")
        await test.close()
    }

    @Test func `tells everything that is wrong at once`() async throws {
        let test = try await TestOffice()
        let caller = TestOffice.caller(try await test.person(1))
        let details = PersonalDetails(title: String(repeating: "x", count: 41), phone: "12", kinName: "Ali")
        await #expect(
            throws: Refusal.invalid([
                FieldProblem(field: "title", code: "too_long"), FieldProblem(field: "phone", code: "phone_wrong"),
                FieldProblem(field: "kin_phone", code: "kin_incomplete"),
            ])
        ) {
            try await UpdateProfile(test.office)(details, language: .malay, version: 0, by: caller)
        }
        await test.close()
    }

    @Test func `of an account that is no officer's has a language and nothing else`() async throws {
        let test = try await TestOffice()
        try await test.staffAccount("admin", [.administrator])
        try await UpdateProfile(test.office)(
            PersonalDetails(phone: "x"), language: .english, version: 0, by: TestOffice.administrator)
        let view = try await ReadProfile(test.office)(by: TestOffice.administrator)
        #expect(view.person == nil)
        #expect(view.language == .english)
        await #expect(throws: Refusal.notFound) {
            _ = try await RequestCorrection(test.office)(
                CorrectionForm(field: "grade", wanted: "WK1", reason: "Sebab yang cukup"), by: TestOffice.administrator)
        }
        await test.close()
    }
}

@Suite struct `A correction` {
    private static let reason = "Surat kenaikan pangkat"

    @Test func `is accepted: the record changes, the old value stays in the history, and one row is audited`()
        async throws
    {
        let test = try await TestOffice()
        let officer = try await test.person(1)
        let id = try await test.correction(of: officer, "grade", "WK10")
        let decide = DecideCorrection(test.office)
        for _ in 1...2 { try await decide(id, .accept, by: TestOffice.administrator) }
        #expect(try await test.officerRow(1)?.grade == "WK10")
        let view = try await ReadProfile(test.office)(by: TestOffice.caller(officer))
        #expect(view.person?.directory.first { $0.field == .grade }?.value == "WK10")
        #expect(view.person?.corrections.map(\.state) == ["accepted"])
        #expect(view.person?.history.first?.before == "WK9")
        let audit = try await test.audit("correction", id.text)
        #expect(audit.map(\.action) == ["correction.requested", "correction.accepted"])
        #expect(audit.last?.before == "grade: WK9" && audit.last?.after == "grade: WK10")
        await #expect(throws: Refusal.conflict(.alreadyDecided)) {
            try await decide(id, .refuse(reason: "Tidak lagi diperlukan"), by: TestOffice.administrator)
        }
        await test.close()
    }

    @Test func `is refused with a reason that the officer reads, and nothing else changes`() async throws {
        let test = try await TestOffice()
        let officer = try await test.person(1)
        let id = try await test.correction(of: officer, "station", "Johor Bahru")
        await #expect(throws: Refusal.invalid([FieldProblem(field: "reason", code: "reason_too_short")])) {
            try await DecideCorrection(test.office)(id, .refuse(reason: "Tidak"), by: TestOffice.administrator)
        }
        try await DecideCorrection(test.office)(
            id, .refuse(reason: "Surat itu bukan bagi pegawai ini"), by: TestOffice.administrator)
        let view = try await ReadProfile(test.office)(by: TestOffice.caller(officer))
        #expect(view.person?.corrections.first?.decisionReason == "Surat itu bukan bagi pegawai ini")
        #expect(try await test.officerRow(1)?.station == "Pejabat Kastam Melaka")
        await test.close()
    }

    @Test func `is decided by another administrator than the one whom it is about, and by nobody else`() async throws {
        let test = try await TestOffice()
        let officer = try await test.person(1)
        let id = try await test.correction(of: officer, "grade", "WK10")
        for role in Role.allCases {
            let own = Caller(
                account: "a", officer: officer.id, roles: [role], displayName: "", requestID: "")
            await #expect(throws: Refusal.forbidden) { try await DecideCorrection(test.office)(id, .accept, by: own) }
            guard role != .administrator else { continue }
            let other = Caller(account: "a", officer: nil, roles: [role], displayName: "", requestID: "")
            await #expect(throws: Refusal.forbidden) { try await DecideCorrection(test.office)(id, .accept, by: other) }
            await #expect(throws: Refusal.forbidden) { _ = try await CorrectionQueue(test.office).waiting(by: other) }
        }
        #expect(try await CorrectionQueue(test.office).waiting(by: TestOffice.administrator).map(\.mayDecide) == [true])
        await test.close()
    }

    @Test(arguments: [
        ("grade", "WK9", "wanted", "wanted_same"), ("grade", " ", "wanted", "wanted_missing"),
        ("mykad", "12", "wanted", "wanted_wrong"), ("email", "a@gmail.com", "wanted", "wanted_wrong"),
        ("state", "Atlantis", "wanted", "wanted_wrong"), ("salary", "1", "field", "field_missing"),
        ("mykad", "850101140002", "wanted", "wanted_taken"), ("email", "p2@customs.gov.my", "wanted", "wanted_taken"),
    ])
    func `that cannot be is told`(field: String, wanted: String, place: String, code: String) async throws {
        let test = try await TestOffice()
        let officer = try await test.person(1)
        try await test.importStaff(TestOffice.row(2), scope: .init(isWhole: false))
        let answer = try await RequestCorrection(test.office)(
            CorrectionForm(field: field, wanted: wanted, reason: Self.reason), by: TestOffice.caller(officer))
        #expect(answer == .wrong([FieldProblem(field: place, code: code)], upload: nil))
        await test.close()
    }

    @Test func `is asked for once a field, and asking again for the same changes nothing`() async throws {
        let test = try await TestOffice()
        let officer = try await test.person(1)
        let id = try await test.correction(of: officer, "grade", "WK10")
        #expect(try await test.correction(of: officer, "grade", "WK10") == id)
        let other = try await RequestCorrection(test.office)(
            CorrectionForm(field: "grade", wanted: "WK11", reason: Self.reason), by: TestOffice.caller(officer))
        #expect(other == .wrong([FieldProblem(field: "field", code: "correction_open")], upload: nil))
        await test.close()
    }

    @Test func `of the address moves the log-in with it`() async throws {
        let test = try await TestOffice()
        let password = "Kata-Laluan-Baharu-1"
        let (token, visitor) = try await test.settled(1, password: password)
        let officer = try #require(try await test.officerRow(1))
        let answer = try await RequestCorrection(test.office)(
            CorrectionForm(field: "email", wanted: "Baharu@customs.gov.my", reason: Self.reason), by: visitor.caller)
        guard case .sent(let id) = answer else { throw Unexpected() }
        try await DecideCorrection(test.office)(id, .accept, by: TestOffice.administrator)
        #expect(try await RecogniseVisitor(test.office)(token: token, requestID: "")?.caller.officer == officer.id)
        let signedIn = try await SignIn(test.office)(
            name: "baharu@customs.gov.my", password: password, address: "203.0.113.9", requestID: "")
        #expect(signedIn.visitor.caller.officer == officer.id)
        await test.close()
    }
}

struct Unexpected: Error {}

extension TestOffice {
    /// The n-th person of the staff directory, as an officer without an account.
    func person(_ number: Int) async throws -> Officer {
        try await importStaff(Self.row(number))
        guard let officer = try await officerRow(number) else { throw Unexpected() }
        let account = AccountRecord(
            id: try office.surroundings.newID(), name: officer.email.text, passwordHash: "", roles: [.officer],
            officer: officer.id, displayName: officer.name.text)
        let now = clock.now
        try await office.database.write { try Accounts.insert(account, at: now, in: $0) }
        return officer
    }

    func staffAccount(_ name: String, _ roles: Set<Role>) async throws {
        let account = AccountRecord(
            id: try office.surroundings.newID(), name: name, passwordHash: "", roles: roles, officer: nil,
            displayName: name)
        let now = clock.now
        try await office.database.write { try Accounts.insert(account, at: now, in: $0) }
    }

    @discardableResult
    func correction(of officer: Officer, _ field: String, _ wanted: String) async throws -> CorrectionRecord.ID {
        let answer = try await RequestCorrection(office)(
            CorrectionForm(field: field, wanted: wanted, reason: "Surat kenaikan pangkat"), by: Self.caller(officer))
        guard case .sent(let id) = answer else { throw Unexpected() }
        return id
    }

    func audit(_ kind: String, _ id: String) async throws -> [AuditEntry] {
        try await office.database.read { try AuditLog.entries(about: kind, id, in: $0) }
    }
}
