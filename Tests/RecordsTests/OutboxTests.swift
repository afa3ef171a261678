import Academy
import Records
import SQL
import Testing

@Suite struct OutboxTests {
    private func message(_ number: Int) -> OutboxMessage {
        OutboxMessage(
            id: Sample.id("message", number), kind: "certificate.ready", recipient: "a@customs.gov.my",
            language: .english, values: ["name": "Sa’ad \"Ali\"", "link": "https://x/v/1"])
    }

    @Test func `messages that are due come back, the oldest first`() async throws {
        let register = try await Register()
        try await register.database.write { transaction throws in
            for number in [3, 1, 2] {
                try Outbox.add(
                    message(number), at: Sample.moment.adding(seconds: Int64(number)), in: transaction)
            }
        }
        try await register.database.read { transaction throws in
            let now = Sample.moment.adding(seconds: 2)
            #expect(try Outbox.due(at: now, limit: 10, in: transaction) == [message(1), message(2)])
            #expect(try Outbox.due(at: now, limit: 1, in: transaction) == [message(1)])
            #expect(try Outbox.due(at: Sample.moment, limit: 10, in: transaction).isEmpty)
            #expect(try Outbox.count(in: transaction) == 3)
        }
    }
}
