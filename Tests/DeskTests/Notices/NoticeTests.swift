import Academy
import Desk
import Post
import Records
import SQL
import Testing

@Suite struct `Notices on the site` {
    private func post(
        _ test: TestOffice, to recipient: String, _ kind: LetterKind, _ values: [String: String]
    ) async throws {
        let message = OutboxMessage(
            id: try test.office.surroundings.newID(), kind: kind.rawValue, recipient: recipient, language: .malay,
            values: values)
        let now = test.clock.now
        try await test.office.database.write { try Outbox.add(message, at: now, in: $0) }
    }

    private static let link = "https://sijil.example.my/sijil"

    @Test func `are written with every letter to somebody who has an account, and to nobody else`() async throws {
        let test = try await TestOffice()
        let officer = try await test.person(1)
        try await post(
            test, to: officer.email.text, .certificateReady, ["serial": "S1", "course": "K", "link": Self.link])
        try await post(test, to: "luar@customs.gov.my", .certificateReady, ["serial": "S2", "link": Self.link])
        let notices = try await ReadNotices(test.office)(limit: 9, by: TestOffice.caller(officer))
        #expect(notices.map(\.kind) == ["certificate.ready"])
        #expect(notices.first?.values == ["serial": "S1", "course": "K", "link": "/sijil"])
        #expect(notices.first?.path == "/sijil")
        let count = try await test.office.database.read {
            try $0.one("SELECT count(*) AS number FROM notice") { row -> Int in try row["number"] }
        }
        #expect(count == 1)
        await test.close()
    }

    @Test func `reach an officer whose account is called otherwise`() async throws {
        let test = try await TestOffice()
        let officer = try await test.person(1)
        try await test.office.database.write { _ = try $0.execute("UPDATE account SET name = 'p1'") }
        try await post(test, to: officer.email.text, .certificateReady, ["serial": "S1", "link": Self.link])
        let caller = Caller(account: "p1", officer: officer.id, roles: [.officer], displayName: "", requestID: "")
        #expect(try await ReadNotices(test.office)(limit: 9, by: caller).count == 1)
        await test.close()
    }

    @Test func `hold no password and no key of a link`() async throws {
        let test = try await TestOffice()
        let officer = try await test.person(1)
        let key = String(repeating: "ab", count: 24)
        try await post(
            test, to: officer.email.text, .passwordReset,
            ["password": "Rahsia-123456", "user": "x", "link": "https://sijil.example.my/sokongan/\(key)"])
        let kept = try await test.office.database.read {
            try $0.one("SELECT payload FROM notice") { row -> String in try row["payload"] }
        }
        #expect(kept == "{}")
        await test.close()
    }

    @Test func `are read one by one or all at once, by their reader only`() async throws {
        let test = try await TestOffice()
        let password = "Kata-Laluan-Baharu-1"
        let (token, visitor) = try await test.settled(1, password: password)
        let other = TestOffice.caller(
            try await {
                try await test.importStaff(TestOffice.row(2), scope: .init(isWhole: false))
                try await test.register(2)
                return try #require(try await test.officerRow(2))
            }())
        let read = ReadNotices(test.office)
        let all = try await read(limit: 9, by: visitor.caller)
        #expect(Set(all.map(\.kind)) == ["account.password_changed", "account.registered"])
        #expect(try await RecogniseVisitor(test.office)(token: token, requestID: "")?.unread == 2)
        await #expect(throws: Refusal.notFound) { _ = try await read.open(.init(all[0].id), by: other) }
        for _ in 1...2 { _ = try await read.open(.init(all[0].id), by: visitor.caller) }
        #expect(try await RecogniseVisitor(test.office)(token: token, requestID: "")?.unread == 1)
        #expect(try await read(before: .init(all[0].id), limit: 9, by: visitor.caller).map(\.id) == [all[1].id])
        try await read.markAll(by: visitor.caller)
        #expect(try await read(limit: 9, by: visitor.caller).allSatisfy(\.isRead))
        #expect(try await read(limit: 9, by: other).allSatisfy { !$0.isRead })
        await test.close()
    }

    @Test func `tell an officer what became of a correction`() async throws {
        let test = try await TestOffice()
        let officer = try await test.person(1)
        let id = try await test.correction(of: officer, "grade", "WK10")
        try await DecideCorrection(test.office)(id, .accept, by: TestOffice.administrator)
        let notice = try #require(try await ReadNotices(test.office)(limit: 1, by: TestOffice.caller(officer)).first)
        #expect(notice.kind == "correction.accepted" && notice.values["field"] == "grade" && notice.path == "/profil")
        await test.close()
    }

    @Test func `speak the reader's language alone, whichever they were written in`() async throws {
        let test = try await TestOffice()
        let officer = try await test.person(1)
        let course = try await test.course()
        let values = [
            "course": course.titleMalay, "reference": "draf", "deadline": "9 Mac 2026, 8.30 pagi",
            "dates": "28 Mei – 2 Jun 2026", "venue": "Dewan Mac", "link": Self.link,
        ]
        try await post(test, to: officer.email.text, .offerMade, values)
        let rest: [(kind: LetterKind, values: [String: String])] = [
            (.attendanceCompleted, ["course": "\(course.code.text) \(course.titleMalay)", "deadline": "1 Ogos 2026"]),
            (.unsuccessful, ["course": "Tiada kursus ini", "reason": "Kuota peserta telah penuh"]),
            (.receiptRejected, ["reason": "Resit tidak jelas"]),
            (.certificateSuspended, ["reason": "Aduan tentang sijil ini sedang disiasat."]),
            (.notSupported, ["reason": "Tugas mendesak pada bulan Mac"]),
            (.reminder, ["action": "Sahkan kehadiran anda"]),
            (.reminder, ["action": "Susuli permohonan ALI (A/1) yang belum diputuskan oleh penyelia, ABU"]),
        ]
        for letter in rest {
            test.clock.advance(seconds: 1)
            try await post(test, to: officer.email.text, letter.kind, letter.values)
        }
        func told(_ language: Language) async throws -> [[String: String]] {
            try await ReadNotices(test.office)(limit: 19, in: language, by: TestOffice.caller(officer)).reversed().map(
                \.values)
        }
        let english = try await told(.english)
        #expect(english[0]["course"] == "Test Course" && english[0]["reference"] == "draft")
        #expect(english[0]["deadline"] == "9 March 2026, 8.30 am" && english[0]["dates"] == "28 May – 2 June 2026")
        #expect(english[0]["venue"] == "Dewan Mac", "a name stays")
        #expect(english[1]["course"] == "\(course.code.text) Test Course" && english[1]["deadline"] == "1 August 2026")
        #expect(english[2]["course"] == "Tiada kursus ini" && english[2]["reason"] == "The course is full")
        #expect(english[3]["reason"] == "Unclear receipt")
        #expect(english[4]["reason"] == "A complaint about this certificate is being examined.")
        #expect(english[5]["reason"] == "Tugas mendesak pada bulan Mac", "somebody's own words stay")
        #expect(english[6]["action"] == "Confirm your attendance")
        let follow = "Follow up the application of ALI (A/1), on which the supervisor, ABU, has not decided"
        #expect(english[7]["action"] == follow)
        #expect(try await told(.malay).first?["deadline"] == values["deadline"])
        #expect(try await told(.malay).first?["course"] == course.titleMalay)
        await test.close()
    }
}
