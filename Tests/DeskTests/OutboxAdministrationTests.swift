import Academy
import Desk
import Post
import Records
import SQL
import Synchronization
import Testing

@Suite struct OutboxAdministrationTests {
    @Test func `a resend of a sent letter is a new edition, and it is audited`() async throws {
        let test = try await TestOffice()
        let id = try await test.post("a@customs.gov.my")[0]
        let mailer = RecordedMailer()
        try await test.deliver(mailer)
        let written = test.clock.now
        test.clock.advance(seconds: 86_400)
        try await ResendMail(test.office)(id, by: TestOffice.administrator)
        #expect(try await test.deliver(mailer).sent == 1)
        #expect(mailer.letters.map(\.date) == [written, test.clock.now], "readers find it at the top")
        #expect(mailer.letters.map(\.messageID) == ["<\(id)@customs.gov.my>", "<\(id).2@customs.gov.my>"])
        let audit = try await test.audit(id)
        #expect(audit.map(\.action) == ["letter.resent"] && audit.map(\.actor) == ["admin"])
        await test.close()
    }

    @Test func `a resend of a letter that was given up starts it afresh under its own id`() async throws {
        let test = try await TestOffice()
        let id = try await test.post("a@customs.gov.my")[0]
        let mailer = RecordedMailer { _, before throws(MailFailure) in if before == 0 { throw .nobody } }
        try await test.deliver(mailer)
        try await ResendMail(test.office)(id, by: TestOffice.administrator)
        #expect(try await test.deliver(mailer).sent == 1)
        #expect(Set(mailer.letters.map(\.messageID)) == ["<\(id)@customs.gov.my>"])
        let letter = try await test.letter(id)
        #expect(letter.state == .sent && letter.attempts == 0 && letter.error == "")
        await test.close()
    }

    @Test(arguments: [true, false])
    func `a password is forgotten with its letter, sent or given up`(isTaken: Bool) async throws {
        let test = try await TestOffice()
        let id = try await test.post("a@customs.gov.my", kind: .registered, values: ["password": "Rahsia-123456"])[0]
        #expect(try await test.letter(id).canBeResent)
        let mailer = RecordedMailer { _, _ throws(MailFailure) in if !isTaken { throw .nobody } }
        try await test.deliver(mailer)
        #expect(mailer.letters.first?.letter.text.contains("Rahsia-123456") == true)
        let kept = try await test.office.database.read {
            try $0.one("SELECT payload FROM outbox WHERE id = \(id)") { row -> String in try row["payload"] }
        }
        #expect(!kept.contains("Rahsia") && kept.contains("nilai user"))
        #expect(try await !test.letter(id).canBeResent)
        await #expect(throws: Refusal.conflict(.letterForgotten)) {
            try await ResendMail(test.office)(id, by: TestOffice.administrator)
        }
        await test.close()
    }

    @Test func `a letter that is on its way is not resent, and one that does not exist is not found`() async throws {
        let test = try await TestOffice()
        let id = try await test.post("a@customs.gov.my")[0]
        let now = test.clock.now
        try await test.office.database.write {
            _ = try Outbox.claim("w", limit: 1, at: now, until: now.adding(seconds: 300), in: $0)
        }
        #expect(try await test.letter(id).isBeingSent)
        await #expect(throws: Refusal.conflict(.letterBeingSent)) {
            try await ResendMail(test.office)(id, by: TestOffice.administrator)
        }
        await #expect(throws: Refusal.notFound) {
            try await ResendMail(test.office)(.init("x"), by: TestOffice.administrator)
        }
        await test.close()
    }

    @Test(arguments: [Role.officer, .coordinator, .finance, .auditor])
    func `nobody but an administrator sees or resends letters`(_ role: Role) async throws {
        let test = try await TestOffice()
        let id = try await test.post("a@customs.gov.my")[0]
        let caller = Caller(account: "x", officer: nil, roles: [role], displayName: "", requestID: "")
        await #expect(throws: Refusal.forbidden) { try await ReadOutbox(test.office)(by: caller) }
        await #expect(throws: Refusal.forbidden) { try await ReadOutbox(test.office).letter(id, by: caller) }
        await #expect(throws: Refusal.forbidden) { _ = try await ReadOutbox(test.office).counts(by: caller) }
        await #expect(throws: Refusal.forbidden) { try await ResendMail(test.office)(id, by: caller) }
        await test.close()
    }

    @Test func `the list pages by key and filters by state`() async throws {
        let test = try await TestOffice()
        let ids = try await test.post("a@x.my", "tiada@x.my", "c@x.my")
        let mailer = RecordedMailer { message, _ throws(MailFailure) in
            if message.recipient.address.hasPrefix("tiada") { throw .nobody }
        }
        try await test.deliver(mailer)
        let waiting = try await test.post("d@x.my")
        let read = ReadOutbox(test.office)
        let admin = TestOffice.administrator
        let first = try await read(limit: 2, by: admin).map(\.id)
        #expect(first == [waiting[0], ids[2]])
        #expect(try await read(before: first.last, by: admin).map(\.id) == [ids[1], ids[0]])
        #expect(try await read(.failed, by: admin).map(\.id) == [ids[1]])
        #expect(try await read(.sent, by: admin).map(\.id) == [ids[2], ids[0]])
        #expect(try await read.counts(by: admin) == (waiting: 1, failed: 1))
        #expect(try await read(.waiting, by: admin).map(\.link) == ["https://sijil.example.my/v/1"])
        await test.close()
    }

    @Test func `the worker sends what is there, then what comes, until it is cancelled`() async throws {
        let test = try await TestOffice()
        try await test.post("a@customs.gov.my")
        let (arrivals, continuation) = AsyncStream.makeStream(of: String.self)
        let mailer = RecordedMailer { message, _ in continuation.yield(message.recipient.address) }
        let worker = OutboxWorker(test.office, try test.correspondence(mailer), pause: .milliseconds(10))
        let running = Task { await worker.run() }
        var heard: [String] = []
        for await recipient in arrivals {
            heard.append(recipient)
            if heard.count == 2 { break }
            try await test.post("b@customs.gov.my")
        }
        #expect(heard == ["a@customs.gov.my", "b@customs.gov.my"])
        running.cancel()
        await running.value
        #expect(try await ReadOutbox(test.office)(.sent, by: TestOffice.administrator).count == 2)
        await test.close()
    }
}
