import Academy
import Attestation
import Desk
import Records
import SQL
import Testing

/// Cases of the academy's list that no other suite has for its own.
@Suite struct EdgeCaseTests {
    @Test func `edge 4: a supervisor who does not answer is changed, and the letter is sent again`() async throws {
        let desk = try await ApplyingOffice()
        let (officer, id) = try await desk.sent(1)
        let first = try #require(try await desk.token(of: id))
        var form = ApplyingOffice.form
        form.email = "penyelia.baharu@customs.gov.my"
        try await ApplyForCourse(desk.office).save(form, to: id, by: TestOffice.caller(officer))
        let mails = try await desk.office.database.read { try Outbox.page(before: nil, limit: 50, in: $0) }
        let letter = try #require(mails.first { $0.message.recipient == "penyelia.baharu@customs.gov.my" })
        #expect(try await DecideSupport(desk.office).read(token: first).standing == .outdated)
        await #expect(throws: Refusal.forbidden) {
            try await ResendMail(desk.office)(letter.message.id, by: ApplyingOffice.coordinator)
        }
        try await ResendMail(desk.office)(letter.message.id, by: TestOffice.administrator)
        // What an administrator copies is the link that works.
        let shown = try await ReadOutbox(desk.office).letter(letter.message.id, by: TestOffice.administrator)
        let token = try #require(shown.link.split(separator: "/").last.map(String.init))
        try await DecideSupport(desk.office)(token: token, supports: true, reason: "", requestID: "r")
        let view = try await TrackApplication(desk.office).one(id, by: TestOffice.caller(officer))
        #expect(view.state == .supported)
        await desk.test.close()
    }

    @Test func `edge 36: a new name and a new MyKad number leave the person, the history and the certificate`()
        async throws
    {
        let test = try await TestOffice()
        let course = try await test.course()
        var officer = try await test.officer(1, named: "NAMA LAMA BINTI CONTOH", on: course)
        let record = try #require(try await test.issue(officer, course, by: TestOffice.administrator).record)
        officer.name = try PersonName(parsing: "NAMA BAHARU BINTI ABDULLAH")
        officer.myKad = try MyKad(parsing: "860202145678")
        let changed = officer
        try await test.office.database.write { try Officers.update(changed, in: $0) }
        let cards = try await MyCertificates(test.office)(TestOffice.caller(officer))
        #expect(cards.map(\.certificate?.serial) == [record.serial])
        #expect(try await FindOfficer(test.office)(myKad: officer.myKad).id == officer.id)
        let told = try await CheckCertificate(test.office)(code: record.code).certificate
        #expect(told?.holder == "NAMA LAMA BINTI CONTOH", "what was issued says what was true")
        await test.close()
    }

    @Test func `edge 48, defect of others 6: what does not become a fact sends no letter`() async throws {
        struct Interrupted: Error {}
        let desk = try await ApplyingOffice()
        let (officer, id) = try await desk.supported(1)
        let before = try await desk.letters("application.approved")
        let now = desk.office.surroundings.now()
        await #expect(throws: Interrupted.self) {
            try await desk.office.database.write { transaction in
                let message = OutboxMessage(
                    id: .init("letter"), kind: "application.approved", recipient: officer.email.text, language: .malay,
                    values: [:])
                try Outbox.add(message, at: now, in: transaction)
                throw Interrupted()
            }
        }
        #expect(try await desk.letters("application.approved") == before)
        _ = try await CourseBoard(desk.office).decide(
            .approve, on: [id], of: desk.course.id, by: ApplyingOffice.coordinator)
        #expect(try await desk.letters("application.approved") == before + 1)
        await desk.test.close()
    }

    @Test func `defect of others 4: in a decision over many no row gets the result of the row before`() async throws {
        let desk = try await ApplyingOffice(quota: 1)
        let board = CourseBoard(desk.office)
        var ids: [Application.ID] = []
        for number in 1...3 { ids.append(try await desk.supported(number).id) }
        let results = try await board.decide(.approve, on: ids, of: desk.course.id, by: ApplyingOffice.coordinator)
        #expect(results.map(\.state) == [.approved, nil, nil])
        #expect(results.map { $0.refusals.isEmpty } == [true, false, false])
        let again = try await board.decide(
            .approve, on: ids.reversed(), of: desk.course.id, by: ApplyingOffice.coordinator)
        #expect(again.map(\.state) == [nil, nil, .approved], "a second time changes nothing")
        await desk.test.close()
    }
}
