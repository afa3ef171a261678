import SQL
import SQLiteDriver
import Testing

@Suite struct SavepointTests {
    struct Refusal: Error {}

    @Test func `a row that fails in an attempt does not lose the batch`() async throws {
        let temporary = try TemporaryDatabase()
        let database = try await temporary.withNotes()
        let failed = try await database.write { transaction in
            var failed: [Int] = []
            for number in 0..<10 {
                do {
                    try transaction.attempt { transaction in
                        try transaction.execute("INSERT INTO note (id, code) VALUES (\(number), \("n\(number % 7)"))")
                    }
                } catch is SQLError { failed.append(number) }
            }
            return failed
        }
        #expect(failed == [7, 8, 9])
        #expect(try await database.count() == 7)
    }

    @Test func `attempts nest, and an outer failure undoes the inner success`() async throws {
        let temporary = try TemporaryDatabase()
        let database = try await temporary.withNotes()
        try await database.write { transaction in
            try? transaction.attempt { transaction in
                try transaction.attempt { try $0.execute("INSERT INTO note (id, code) VALUES (1, \("a"))") }
                try? transaction.attempt { transaction in
                    try transaction.execute("INSERT INTO note (id, code) VALUES (2, \("b"))")
                    throw Refusal()
                }
                #expect(try transaction.one("SELECT count(*) AS n FROM note") { try $0["n"] } == 1)
                throw Refusal()
            }
            try transaction.execute("INSERT INTO note (id, code) VALUES (3, \("c"))")
        }
        let ids = try await database.read { try $0.all("SELECT id FROM note") { try $0["id"] as Int } }
        #expect(ids == [3])
    }

    @Test func `rows may be written while others are handed out`() async throws {
        let temporary = try TemporaryDatabase()
        let database = try await temporary.withNotes()
        try await database.write { transaction in
            for number in 0..<50 {
                try transaction.execute("INSERT INTO note (id, code) VALUES (\(number), \("n\(number)"))")
            }
            try transaction.each("SELECT id FROM note") { row in
                try transaction.execute("INSERT INTO reply (note, body) VALUES (\(try row["id"] as Int), \("ya"))")
            }
        }
        let replies = try await database.read { try $0.one("SELECT count(*) AS n FROM reply") { try $0["n"] as Int } }
        #expect(replies == 50)
    }

    @Test func `one statement may run inside itself`() async throws {
        let temporary = try TemporaryDatabase()
        let pairs = try await temporary.database.read { transaction in
            let numbers: SQL = "VALUES (1), (2), (3)"
            var pairs = 0
            try transaction.each(numbers) { _ in try transaction.each(numbers) { _ in pairs += 1 } }
            return pairs
        }
        #expect(pairs == 9)
    }
}
