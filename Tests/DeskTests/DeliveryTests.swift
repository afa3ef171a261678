import Academy
import Desk
import Post
import Records
import SQL
import Testing

@Suite struct DeliveryTests {
    @Test func `every letter that is due goes out once, the oldest first`() async throws {
        let test = try await TestOffice()
        try await test.post("a@customs.gov.my", "b@customs.gov.my", "c@customs.gov.my")
        let mailer = RecordedMailer()
        let result = try await test.deliver(mailer)
        #expect(result.sent == 3 && result.failed == 0 && result.postponed == 0 && result.unavailable == nil)
        #expect(mailer.letters.map(\.recipient.address.first) == ["a", "b", "c"])
        #expect(Set(mailer.letters.map(\.id)).count == 3)
        test.clock.advance(seconds: 100_000)
        #expect(try await test.deliver(mailer) == .nothing)
        #expect(mailer.letters.count == 3)
        await test.close()
    }

    @Test func `the letter of a certificate is written from what the issue left in the outbox`() async throws {
        let test = try await TestOffice()
        let course = try await test.course()
        let officer = try await test.officer(1, on: course)
        _ = try await test.issue(officer, course, by: TestOffice.caller(officer))
        let waiting = try await ReadOutbox(test.office)(.waiting, by: TestOffice.administrator)
        #expect(waiting.map(\.kind) == ["certificate.ready"] && waiting.map(\.recipient) == [officer.email.text])
        let mailer = RecordedMailer()
        #expect(try await test.deliver(mailer).sent == 1)
        let letter = try #require(mailer.letters.first)
        #expect(letter.letter.subject == "Sijil anda sedia dimuat turun")
        #expect(letter.letter.text.contains(officer.name.text) && letter.letter.text.contains(course.titleMalay))
        #expect(letter.letter.text.contains("https://sijil.example.my/v/"))
        #expect(letter.recipient.address == officer.email.text)
        await test.close()
    }

    @Test func `a letter that is put off is tried after 1, 5 and 30 minutes, 2 and 12 hours, then given up`()
        async throws
    {
        let test = try await TestOffice()
        let id = try await test.post("a@customs.gov.my")[0]
        let mailer = RecordedMailer { _, _ throws(MailFailure) in throw .greylisted }
        for (attempt, pause) in [60, 300, 1800, 7200, 43_200].enumerated() {
            #expect(try await test.deliver(mailer).postponed == 1)
            let letter = try await test.letter(id)
            #expect(letter.attempts == attempt + 1 && letter.state == .waiting)
            #expect(letter.dueAt == test.clock.now.adding(seconds: Int64(pause)))
            test.clock.advance(seconds: Int64(pause) - 1)
            #expect(try await test.deliver(mailer) == .nothing, "not a second too early")
            test.clock.advance(seconds: 1)
        }
        #expect(try await test.deliver(mailer).failed == 1)
        #expect(mailer.letters.count == 6)
        let letter = try await test.letter(id)
        #expect(letter.state == .failed && letter.error.contains("451 4.7.1"))
        let audit = try await test.audit(id)
        #expect(audit.map(\.action) == ["letter.given_up"] && audit[0].reason.contains("451 4.7.1"))
        test.clock.advance(seconds: 1_000_000)
        #expect(try await test.deliver(mailer) == .nothing)
        await test.close()
    }

    @Test func `a greylisted letter goes out on the second try, as the same letter`() async throws {
        let test = try await TestOffice()
        let id = try await test.post("a@customs.gov.my")[0]
        let mailer = RecordedMailer { _, before throws(MailFailure) in if before == 0 { throw .greylisted } }
        try await test.deliver(mailer)
        test.clock.advance(seconds: 60)
        #expect(try await test.deliver(mailer).sent == 1)
        let letters = mailer.letters
        #expect(letters.count == 2 && letters[0].bytes == letters[1].bytes)
        #expect(try await test.letter(id).error == "")
        await test.close()
    }

    @Test func `a refused letter is given up at once, recorded, and blocks nobody`() async throws {
        let test = try await TestOffice()
        let ids = try await test.post("a@customs.gov.my", "tiada@customs.gov.my", "c@customs.gov.my")
        let mailer = RecordedMailer { message, _ throws(MailFailure) in
            if message.recipient.address.hasPrefix("tiada") { throw .nobody }
        }
        let result = try await test.deliver(mailer)
        #expect(result.sent == 2 && result.failed == 1)
        let letter = try await test.letter(ids[1])
        #expect(letter.state == .failed && letter.error.contains("550") && letter.failedAt == test.clock.now)
        #expect(try await test.audit(ids[1]).map(\.after) == ["failed"])
        #expect(try await test.audit(ids[0]).isEmpty)
        await test.close()
    }

    @Test(arguments: [
        (LetterKind.certificateReady.rawValue, "a@customs.gov.my", ["serial": ""], "lacks serial"),
        (LetterKind.certificateReady.rawValue, "bukan alamat", [:], "is not an e-mail address"),
        (LetterKind.certificateReady.rawValue, "a@customs.gov.my\r\nBcc: b@x.my", [:], "is not an e-mail address"),
        (LetterKind.certificateReady.rawValue, "a@customs.gov.my", ["link": "/v/1"], "is not an http address"),
    ])
    func `a letter that cannot be written is given up with its reason, and blocks nobody`(
        kind: String, recipient: String, values: [String: String], reason: String
    ) async throws {
        let test = try await TestOffice()
        let bad = try await test.post(recipient, values: values)[0]
        try await test.post("b@customs.gov.my")
        let result = try await test.deliver(RecordedMailer())
        #expect(result.sent == 1 && result.failed == 1)
        #expect(try await test.letter(bad).error.contains(reason))
        #expect(try await test.audit(bad).count == 1)
        await test.close()
    }

    @Test func `while the mail server cannot be used letters wait, and none loses a try`() async throws {
        let test = try await TestOffice()
        let ids = try await test.post("a@customs.gov.my", "b@customs.gov.my")
        let away = RecordedMailer { _, _ throws(MailFailure) in throw .noServer }
        for _ in 1...20 {
            let result = try await test.deliver(away)
            #expect(result.unavailable == "mail:25: connection refused" && result.failed == 0)
            test.clock.advance(seconds: 3600)
        }
        #expect(away.letters.count == 20, "one knock a sweep, not one a letter")
        #expect(Set(away.letters.map(\.recipient.address)).count == 2, "not always the same letter")
        #expect(try await test.letter(ids[0]).attempts == 0)
        #expect(try await test.deliver(RecordedMailer()).sent == 2)
        await test.close()
    }

    @Test func `two workers at once send each letter once`() async throws {
        let test = try await TestOffice()
        for number in 1...30 { try await test.post("p\(number)@customs.gov.my") }
        let mailer = RecordedMailer()
        let (office, correspondence) = (test.office, try test.correspondence(mailer))
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 1...3 { group.addTask { try await DeliverOutbox(office, correspondence)().sent } }
            let total = try await group.reduce(0, +)
            #expect(total == 30)
        }
        #expect(Set(mailer.letters.map(\.recipient.address)).count == 30 && mailer.letters.count == 30)
        await test.close()
    }

    @Test func `the letter of a worker that died goes out again when its claim has run out, byte for byte`()
        async throws
    {
        let test = try await TestOffice()
        try await test.post("a@customs.gov.my")
        let now = test.clock.now
        try await test.office.database.write {
            _ = try Outbox.claim("dead", limit: 1, at: now, until: now.adding(seconds: 300), in: $0)
        }
        let mailer = RecordedMailer()
        test.clock.advance(seconds: 299)
        #expect(try await test.deliver(mailer) == .nothing)
        test.clock.advance(seconds: 1)
        #expect(try await test.deliver(mailer).sent == 1)
        #expect(mailer.letters.map(\.date) == [now], "the date is the letter's, not the try's")
        await test.close()
    }

    @Test func `a sweep that is cancelled settles the letter that is on its way and leaves the rest`() async throws {
        let test = try await TestOffice()
        let ids = try await test.post("a@customs.gov.my", "b@customs.gov.my")
        let (office, started, go) = (test.office, AsyncStream.makeStream(of: Void.self), Gate())
        let mailer = RecordedMailer { _, _ in
            started.continuation.yield()
            go.wait()
        }
        let correspondence = try test.correspondence(mailer)
        let sweep = Task { try await DeliverOutbox(office, correspondence)() }
        for await _ in started.stream { break }
        sweep.cancel()
        go.open()
        #expect(try await sweep.value.sent == 1)
        #expect(try await test.letter(ids[0]).state == .sent)
        #expect(try await test.letter(ids[1]).state == .waiting)
        #expect(mailer.letters.count == 1)
        await test.close()
    }
}
