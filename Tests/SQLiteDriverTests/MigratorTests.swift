import SQL
import SQLiteDriver
import Testing

@Suite struct MigratorTests {
    static let first = Migration(1, "notes", ["CREATE TABLE note (id TEXT PRIMARY KEY)"])
    static let second = Migration(2, "bodies", ["ALTER TABLE note ADD COLUMN body TEXT"])
    static let moment = "2026-01-01T00:00:00.000Z"

    @Test func `what has not run yet runs once, in order`() async throws {
        let database = try TemporaryDatabase()
        let migrator = try Migrator([Self.first, Self.second])
        #expect(try await migrator.pending(in: database.database).map(\.number) == [1, 2])
        #expect(try await migrator.migrate(database.database, at: Self.moment).map(\.number) == [1, 2])
        #expect(try await migrator.migrate(database.database, at: Self.moment).isEmpty)
        #expect(try await migrator.pending(in: database.database).isEmpty)
    }

    @Test func `a later program goes on where an earlier one stopped`() async throws {
        let database = try TemporaryDatabase()
        try await Migrator([Self.first]).migrate(database.database, at: Self.moment)
        #expect(
            try await Migrator([Self.first, Self.second]).migrate(database.database, at: Self.moment) == [Self.second])
    }

    @Test func `many that start at once run each step once`() async throws {
        let database = try TemporaryDatabase()
        let migrator = try Migrator([Self.first, Self.second])
        let other = try SQLiteDatabase(at: database.path)
        let ran = try await withThrowingTaskGroup { group in
            for number in 0..<8 {
                group.addTask {
                    try await migrator.migrate(number.isMultiple(of: 2) ? database.database : other, at: Self.moment)
                        .count
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(ran == 2)
    }

    @Test func `an edited step is refused by name`() async throws {
        let database = try TemporaryDatabase()
        try await Migrator([Self.first]).migrate(database.database, at: Self.moment)
        let edited = Migration(1, "notes", ["CREATE TABLE note (id TEXT PRIMARY KEY, late TEXT)"])
        await #expect(throws: MigrationError.edited(number: 1, name: "notes")) {
            try await Migrator([edited]).migrate(database.database, at: Self.moment)
        }
    }

    @Test func `a database of a newer program is refused`() async throws {
        let database = try TemporaryDatabase()
        try await Migrator([Self.first, Self.second]).migrate(database.database, at: Self.moment)
        await #expect(throws: MigrationError.newer(number: 2, name: "bodies")) {
            try await Migrator([Self.first]).pending(in: database.database)
        }
    }

    @Test func `a history with a hole is refused`() async throws {
        let database = try TemporaryDatabase()
        let migrator = try Migrator([Self.first, Self.second])
        try await migrator.migrate(database.database, at: Self.moment)
        try await database.database.write { try $0.execute("DELETE FROM schema_migration WHERE number = 1") }
        await #expect(throws: MigrationError.missing(number: 1)) { try await migrator.pending(in: database.database) }
    }

    @Test func `a step that fails half-way leaves nothing behind`() async throws {
        let database = try TemporaryDatabase()
        try await Migrator([Self.first]).migrate(database.database, at: Self.moment)
        #expect(try await pendingAfterFailure(in: database) == [2])
        #expect(try await tables(of: database) == ["note", "schema_migration"])
    }

    @Test func `a new database gets the whole schema or nothing of it`() async throws {
        let database = try TemporaryDatabase()
        #expect(try await pendingAfterFailure(in: database) == [1, 2])
        #expect(try await !tables(of: database).contains("note"))
    }

    /// Runs a second step that cannot be run, and tells what waits then.
    private func pendingAfterFailure(in database: TemporaryDatabase) async throws -> [Int] {
        let broken = Migration(2, "broken", ["CREATE TABLE half (id TEXT)", "CREATE TABLE note (id TEXT)"])
        let migrator = try Migrator([Self.first, broken])
        let error = await #expect(throws: MigrationError.self) {
            try await migrator.migrate(database.database, at: Self.moment)
        }
        #expect("\(try #require(error))".hasPrefix("migration 2 (broken) failed and was undone:"))
        return try await migrator.pending(in: database.database).map(\.number)
    }

    private func tables(of database: TemporaryDatabase) async throws -> Set<String> {
        let names = try await database.database.read {
            try $0.all("SELECT name FROM sqlite_schema WHERE type = 'table'") { try $0["name"] as String }
        }
        return Set(names)
    }
}
