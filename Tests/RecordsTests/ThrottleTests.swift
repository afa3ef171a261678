import Academy
import Records
import SQL
import Testing

@Suite struct ThrottleTests {
    private func count(_ bucket: String, after seconds: Int64, in transaction: borrowing Transaction) throws -> Int {
        try Throttle.count(bucket, window: 60, at: Sample.moment.adding(seconds: seconds), in: transaction).count
    }

    @Test func `tries are counted within a window, and the next window begins anew`() async throws {
        let register = try await Register()
        try await register.database.write { transaction throws in
            #expect(try count("a", after: 0, in: transaction) == 1)
            #expect(try count("a", after: 30, in: transaction) == 2)
            #expect(try count("a", after: 59, in: transaction) == 3)
            #expect(try count("a", after: 60, in: transaction) == 1)
            #expect(try count("a", after: 119, in: transaction) == 2)
        }
    }

    @Test func `the end of the window is that of its first try`() async throws {
        let register = try await Register()
        try await register.database.write { transaction throws in
            _ = try count("a", after: 0, in: transaction)
            let (_, until) = try Throttle.count(
                "a", window: 60, at: Sample.moment.adding(seconds: 20), in: transaction)
            #expect(until == Sample.moment.adding(seconds: 60))
        }
    }

    @Test func `buckets are apart, can be forgotten one by one, and old ones are swept`() async throws {
        let register = try await Register()
        try await register.database.write { transaction throws in
            _ = try count("a", after: 0, in: transaction)
            _ = try count("b", after: 0, in: transaction)
            try Throttle.clear("a", in: transaction)
            #expect(try count("a", after: 10, in: transaction) == 1)
            #expect(try count("b", after: 10, in: transaction) == 2)
            try Throttle.sweep(before: Sample.moment.adding(seconds: 5), in: transaction)
            #expect(try count("a", after: 11, in: transaction) == 2)
            #expect(try count("b", after: 11, in: transaction) == 1)
        }
    }

    @Test func `of many tries at once, each has its own number`() async throws {
        let register = try await Register()
        let counts = try await withThrowingTaskGroup { group in
            for _ in 0..<64 {
                group.addTask { try await register.database.write { try count("a", after: 0, in: $0) } }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(counts == Set(1...64))
    }
}
