import Academy
import Records
import SQL
import Testing

@Suite struct OutboxDeliveryTests {
    private static let now = Sample.moment
    private static let later = now.adding(seconds: 300)

    /// A register whose outbox holds so many letters, one a second.
    private func register(letters: Int) async throws -> Register {
        let register = try await Register()
        try await register.database.write { transaction throws in
            for number in 1...letters {
                let message = OutboxMessage(
                    id: Sample.id("letter", number), kind: "certificate.ready", recipient: "a@customs.gov.my",
                    language: .malay, values: ["password": "rahsia", "number": "\(number)"])
                try Outbox.add(message, at: Self.now.adding(seconds: Int64(number - letters)), in: transaction)
            }
        }
        return register
    }

    private func id(_ number: Int) -> OutboxMessage.ID { Sample.id("letter", number) }

    @Test func `two workers never get the same letter, and a claim that ran out is free again`() async throws {
        let register = try await register(letters: 3)
        try await register.database.write { transaction throws in
            let mine = try Outbox.claim("a", limit: 2, at: Self.now, until: Self.later, in: transaction)
            #expect(mine.map(\.message.id) == [id(1), id(2)])
            #expect(mine.allSatisfy { $0.claim == "a" && $0.isBeingSent(at: Self.now) })
            let other = try Outbox.claim("b", limit: 2, at: Self.now, until: Self.later, in: transaction)
            #expect(other.map(\.message.id) == [id(3)])
            #expect(try Outbox.claim("c", limit: 2, at: Self.now, until: Self.later, in: transaction).isEmpty)
            let again = try Outbox.claim("c", limit: 9, at: Self.later, until: Self.later, in: transaction)
            #expect(again.count == 3)
        }
    }

    @Test func `only the holder of the claim may put a letter off or give it up, but anybody's success counts`()
        async throws
    {
        let register = try await register(letters: 1)
        try await register.database.write { transaction throws in
            _ = try Outbox.claim("a", limit: 1, at: Self.now, until: Self.now, in: transaction)
            _ = try Outbox.claim("b", limit: 1, at: Self.now, until: Self.later, in: transaction)
            let isPutOff = try Outbox.postpone(
                id(1), claimedBy: "a", attempts: 1, until: Self.later, error: "451", in: transaction)
            let isGivenUp = try Outbox.markFailed(
                id(1), claimedBy: "a", keeping: [:], attempts: 1, error: "550", at: Self.now, in: transaction)
            #expect(!isPutOff && !isGivenUp)
            #expect(try Outbox.markSent(id(1), keeping: ["number": "1"], at: Self.now, in: transaction))
            #expect(try !Outbox.markSent(id(1), keeping: [:], at: Self.later, in: transaction))
            let isLate = try Outbox.postpone(
                id(1), claimedBy: "b", attempts: 1, until: Self.later, error: "451", in: transaction)
            #expect(!isLate)
            let entry = try #require(try Outbox.find(id(1), in: transaction))
            #expect(entry.state == .sent && entry.sentAt == Self.now && entry.attempts == 0)
            #expect(entry.message.values == ["number": "1"], "the password is gone with the letter")
            #expect(try Outbox.claim("c", limit: 1, at: Self.later, until: Self.later, in: transaction).isEmpty)
        }
    }

    @Test func `a letter that was put off comes back when it is due, one that was given up does not`() async throws {
        let register = try await register(letters: 2)
        try await register.database.write { transaction throws in
            _ = try Outbox.claim("a", limit: 2, at: Self.now, until: Self.later, in: transaction)
            let minute = Self.now.adding(seconds: 60)
            let isPutOff = try Outbox.postpone(
                id(1), claimedBy: "a", attempts: 1, until: minute, error: "451 wait", in: transaction)
            let isGivenUp = try Outbox.markFailed(
                id(2), claimedBy: "a", keeping: ["number": "2"], attempts: 3, error: "550 nobody", at: Self.now,
                in: transaction)
            #expect(isPutOff && isGivenUp)
            #expect(try Outbox.counts(in: transaction) == (waiting: 1, failed: 1))
            let early = Self.now.adding(seconds: 59)
            #expect(try Outbox.claim("b", limit: 9, at: early, until: Self.later, in: transaction).isEmpty)
            let due = try Outbox.claim("b", limit: 9, at: minute, until: Self.later, in: transaction)
            #expect(due.map(\.attempts) == [1] && due.map(\.error) == ["451 wait"])
            let failed = try Outbox.page(.failed, before: nil, limit: 9, in: transaction)
            #expect(failed.map(\.error) == ["550 nobody"] && failed.map(\.attempts) == [3])
        }
    }

    @Test func `a resend is a new edition only of what has gone out, and never of what is going out`() async throws {
        let register = try await register(letters: 2)
        try await register.database.write { transaction throws in
            _ = try Outbox.claim("a", limit: 2, at: Self.now, until: Self.later, in: transaction)
            #expect(try !Outbox.resend(id(1), at: Self.now, in: transaction), "it is being sent")
            #expect(try !Outbox.resend(id(7), at: Self.now, in: transaction), "there is no such letter")
            try Outbox.markSent(id(1), keeping: [:], at: Self.now, in: transaction)
            let isGivenUp = try Outbox.markFailed(
                id(2), claimedBy: "a", keeping: [:], attempts: 6, error: "550", at: Self.now, in: transaction)
            #expect(isGivenUp)
            #expect(try Outbox.resend(id(1), at: Self.later, in: transaction))
            #expect(try Outbox.resend(id(2), at: Self.later, in: transaction))
            let both = try Outbox.claim("b", limit: 9, at: Self.later, until: Self.later, in: transaction)
            #expect(both.map(\.edition) == [2, 1] && both.map(\.attempts) == [0, 0])
        }
    }

    @Test func `pages go from the newest to the oldest without a gap`() async throws {
        let register = try await register(letters: 7)
        try await register.database.write { transaction throws in
            _ = try Outbox.claim("a", limit: 2, at: Self.now, until: Self.later, in: transaction)
            try Outbox.markSent(id(2), keeping: [:], at: Self.now, in: transaction)
            let first = try Outbox.page(before: nil, limit: 3, in: transaction).map(\.message.id)
            let second = try Outbox.page(before: first.last, limit: 9, in: transaction).map(\.message.id)
            #expect(first + second == [7, 6, 5, 4, 3, 2, 1].map(id))
            #expect(try Outbox.page(.sent, before: nil, limit: 9, in: transaction).map(\.message.id) == [id(2)])
            let waiting = try Outbox.page(.waiting, before: id(4), limit: 9, in: transaction)
            #expect(waiting.map(\.message.id) == [id(3), id(1)])
        }
    }
}
