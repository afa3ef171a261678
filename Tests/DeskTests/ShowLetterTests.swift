import Academy
import Desk
import FoundationEssentials
import Post
import Records
import SQL
import Testing

@Suite struct `A letter, as an administrator sees it` {
    private func show(_ test: TestOffice) throws -> ShowLetter {
        try ShowLetter(test.office, folder: TestOffice.checkout.appending(path: "Templates/mail").path)
    }

    private func write(
        _ test: TestOffice, _ kind: LetterKind, _ values: [String: String]
    ) async throws -> OutboxMessage.ID {
        let all = Dictionary(uniqueKeysWithValues: kind.required.map { ($0, "nilai \($0)") })
            .merging(["link": "https://sijil.example.my/permohonan/0123456789abcdef0123456789abcdef"]) { $1 }
            .merging(values) { $1 }
        let message = OutboxMessage(
            id: try test.office.surroundings.newID(), kind: kind.rawValue, recipient: "a@customs.gov.my",
            language: .malay, values: all)
        let now = test.clock.now
        try await test.office.database.write { try Outbox.add(message, at: now, in: $0) }
        return message.id
    }

    @Test(arguments: LetterKind.allCases)
    func `shows its words without its secrets`(kind: LetterKind) async throws {
        let test = try await TestOffice()
        let token = String(repeating: "ab", count: 24)
        let id = try await write(
            test, kind, ["link": "https://sijil.example.my/sokongan/\(token)", "password": "Rahsia-123456"])
        let shown = try await show(test)(id, by: TestOffice.administrator)
        #expect(shown.fault.isEmpty && !shown.subject.isEmpty)
        #expect(!shown.text.contains("Rahsia") && !shown.text.contains(token))
        #expect(shown.text.contains("https://sijil.example.my/sokongan/********"))
        await test.close()
    }

    @Test func `keeps links that open nothing by themselves, and says why it cannot be written`() async throws {
        let test = try await TestOffice()
        let id = try await write(test, .certificateReady, [:])
        #expect(try await show(test)(id, by: TestOffice.administrator).text.contains("/permohonan/0123456789abcdef"))
        let broken = try await write(test, .certificateReady, ["serial": ""])
        let shown = try await show(test)(broken, by: TestOffice.administrator)
        #expect(shown.text.isEmpty && shown.fault.contains("lacks serial"))
        await test.close()
    }

    @Test func `gives its link to administrators, and the audit says so each time`() async throws {
        let test = try await TestOffice()
        let id = try await write(test, .supportRequested, ["link": "https://sijil.example.my/sokongan/x"])
        let show = try show(test)
        for _ in 1...2 {
            #expect(try await show.link(of: id, by: TestOffice.administrator) == "https://sijil.example.my/sokongan/x")
        }
        let audit = try await test.audit("letter", id.text)
        #expect(audit.map(\.action) == ["letter.link_copied", "letter.link_copied"])
        #expect(audit.allSatisfy { $0.onBehalfOf == "a@customs.gov.my" })
        let auditor = Caller(account: "x", officer: nil, roles: [.auditor], displayName: "", requestID: "")
        await #expect(throws: Refusal.forbidden) { _ = try await show.link(of: id, by: auditor) }
        await #expect(throws: Refusal.forbidden) { _ = try await show(id, by: auditor) }
        await #expect(throws: Refusal.notFound) { _ = try await show(.init("x"), by: TestOffice.administrator) }
        await test.close()
    }
}
