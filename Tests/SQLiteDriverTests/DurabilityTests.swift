import SQL
import Synchronization
import Testing

@testable import SQLiteDriver

@Suite(.serialized) struct DurabilityTests {
    static let pragmas: [(name: String, writer: String, reader: String)] = [
        ("foreign_keys", "1", "1"), ("journal_mode", "wal", "wal"), ("synchronous", "2", "2"),
        ("trusted_schema", "0", "0"), ("query_only", "0", "1"),
    ]

    private func pragma(_ name: String, _ connection: SQLiteConnection) throws -> String {
        var answer = ""
        let statements: [String: SQL] = [
            "foreign_keys": "PRAGMA foreign_keys", "journal_mode": "PRAGMA journal_mode",
            "synchronous": "PRAGMA synchronous", "trusted_schema": "PRAGMA trusted_schema",
            "query_only": "PRAGMA query_only",
        ]
        _ = try connection.run(try #require(statements[name])) { row in
            answer = try (try? row[name] as String) ?? "\(row[name] as Int)"
            return true
        }
        return answer
    }

    @Test(arguments: pragmas.indices)
    func `every connection has the pragmas that keep what was committed`(index: Int) throws {
        let temporary = try TemporaryDatabase()
        let (name, writer, reader) = Self.pragmas[index]
        let options = SQLiteOptions()
        #expect(try pragma(name, SQLiteConnection(temporary.path, as: .writer, options)) == writer)
        #expect(try pragma(name, SQLiteConnection(temporary.path, as: .reader, options)) == reader)
    }

    @Test func `the writer of an open database has them too`() async throws {
        let temporary = try TemporaryDatabase()
        let settings = try await temporary.database.write { transaction in
            [
                try transaction.one("PRAGMA synchronous") { try $0["synchronous"] as Int },
                try transaction.one("PRAGMA foreign_keys") { try $0["foreign_keys"] as Int },
            ]
        }
        #expect(settings == [2, 1])
    }

    @Test func `every write that comes alone is forced to the disk before it returns`() async throws {
        try #require(SyncCounter.isRegistered)
        var options = SQLiteOptions()
        options.fileSystem = SyncCounter.name
        let temporary = try TemporaryDatabase(options)
        let database = try await temporary.withNotes()
        for number in 0..<50 {
            let before = SyncCounter.count.load(ordering: .relaxed)
            try await database.write {
                try $0.execute("INSERT INTO note (id, code) VALUES (\(number), \("n\(number)"))")
            }
            #expect(SyncCounter.count.load(ordering: .relaxed) > before)
        }
    }

    @Test func `writes that wait for each other share a force`() async throws {
        try #require(SyncCounter.isRegistered)
        var options = SQLiteOptions()
        options.fileSystem = SyncCounter.name
        let temporary = try TemporaryDatabase(options)
        let database = try await temporary.withNotes()
        let before = SyncCounter.count.load(ordering: .relaxed)
        try await withThrowingTaskGroup { group in
            for number in 0..<200 {
                group.addTask {
                    try await database.write { transaction in
                        try transaction.execute("INSERT INTO note (id, code) VALUES (\(number), \("n\(number)"))")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await database.count() == 200)
        #expect(SyncCounter.count.load(ordering: .relaxed) - before < 150)
    }

    @Test func `what was written is there after closing and opening again`() async throws {
        let temporary = try TemporaryDatabase()
        let database = try await temporary.withNotes()
        try await database.write { try $0.execute("INSERT INTO note (id, code) VALUES (1, \("satu"))") }
        await database.close()
        let again = try SQLiteDatabase(at: temporary.path)
        #expect(try await again.count() == 1)
    }
}
