import SQL
import SQLiteDriver
import Testing

@Suite struct FailureTests {
    private func failure(
        _ body: @escaping @Sendable (borrowing Transaction) throws -> Void
    ) async throws -> SQLError.Kind {
        let temporary = try TemporaryDatabase()
        let database = try await temporary.withNotes()
        try await database.write { try $0.execute("INSERT INTO note (id, code) VALUES (1, \("satu"))") }
        let error = try await #require(throws: SQLError.self) { try await database.write(body) }
        return error.kind
    }

    @Test func `a broken unique index is told by its name`() async throws {
        let kind = try await failure { try $0.execute("INSERT INTO note (id, code) VALUES (2, \("satu"))") }
        #expect(kind == .unique(constraint: "note_code"))
    }

    @Test func `a broken primary key is told by its table`() async throws {
        let kind = try await failure { try $0.execute("INSERT INTO note (id, code) VALUES (1, \("dua"))") }
        #expect(kind == .unique(constraint: "note_pkey"))
    }

    @Test func `an index on an expression and a partial one are told by their names too`() async throws {
        let expression = try await failure { transaction in
            try transaction.execute("CREATE UNIQUE INDEX note_folded ON note (lower(body)) WHERE body IS NOT NULL")
            try transaction.execute("INSERT INTO note (id, code, body) VALUES (2, \("b"), \("X")), (3, \("c"), \("x"))")
        }
        #expect(expression == .unique(constraint: "note_folded"))
        let partial = try await failure { transaction in
            try transaction.execute("CREATE UNIQUE INDEX note_live ON note (body) WHERE id > 1")
            try transaction.execute("INSERT INTO note (id, code, body) VALUES (2, \("b"), \("X")), (3, \("c"), \("X"))")
        }
        #expect(partial == .unique(constraint: "note_live"))
    }

    @Test func `a check, a missing value and a missing parent each have their class`() async throws {
        let long = String(repeating: "x", count: 40)
        let check = try await failure { try $0.execute("INSERT INTO note (id, code) VALUES (2, \(long))") }
        #expect(check == .check(constraint: "note_code_short"))
        let null = try await failure { try $0.execute("INSERT INTO note (id, code) VALUES (2, \(nil as String?))") }
        #expect(null == .notNull(column: "note.code"))
        let parent = try await failure { try $0.execute("INSERT INTO reply (note, body) VALUES (9, \("x"))") }
        #expect(parent == .foreignKey)
    }

    @Test func `two statements in one, none at all and a wrong one are errors`() async throws {
        for sql in ["DELETE FROM note; DELETE FROM reply", "", "-- nothing", "SELEC 1", #"SELECT "x""#] as [SQL] {
            guard case .other = try await failure({ try $0.execute(sql) }) else {
                Issue.record("\(sql) was taken")
                continue
            }
        }
    }

    @Test func `an error holds the statement and never a value`() async throws {
        let temporary = try TemporaryDatabase()
        let database = try await temporary.withNotes()
        try await database.write { try $0.execute("INSERT INTO note (id, code) VALUES (1, \("890101145677"))") }
        let error = try await #require(throws: SQLError.self) {
            try await database.write { try $0.execute("INSERT INTO note (id, code) VALUES (2, \("890101145677"))") }
        }
        #expect("\(error)".contains("INSERT INTO note (id, code) VALUES (2, $1)"))
        #expect(!"\(error)".contains("890101"))
    }

    @Test func `a read cannot write`() async throws {
        let temporary = try TemporaryDatabase()
        let database = try await temporary.withNotes()
        await #expect(throws: SQLError.self) { try await database.read { try $0.execute("DELETE FROM note") } }
    }

    @Test func `nothing is answered after closing`() async throws {
        let temporary = try TemporaryDatabase()
        let database = try await temporary.withNotes()
        await database.close()
        let read = await #expect(throws: SQLError.self) { try await database.count() }
        #expect(read?.kind == .closed)
        let write = await #expect(throws: SQLError.self) { try await database.write { _ in } }
        #expect(write?.kind == .closed)
    }
}
