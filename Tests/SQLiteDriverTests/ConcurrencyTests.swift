import Dispatch
import SQL
import SQLiteDriver
import Synchronization
import Testing

@Suite struct ConcurrencyTests {
    struct Refusal: Error {}

    @Test func `of 200 inserts at once, 100 of them duplicates, exactly 100 succeed`() async throws {
        let temporary = try TemporaryDatabase()
        let database = try await temporary.withNotes()
        let kinds = await withTaskGroup { group in
            for number in 0..<200 {
                group.addTask {
                    do {
                        try await database.write {
                            try $0.execute("INSERT INTO note (id, code) VALUES (\(number), \("n\(number % 100)"))")
                        }
                        return nil as SQLError.Kind?
                    } catch { return (error as? SQLError)?.kind }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(kinds.count { $0 == nil } == 100)
        #expect(kinds.count { $0 == .unique(constraint: "note_code") } == 100)
        #expect(try await database.count() == 100)
    }

    @Test func `a job that throws loses its own rows and nobody else's`() async throws {
        let temporary = try TemporaryDatabase()
        let database = try await temporary.withNotes()
        await withTaskGroup { group in
            for number in 0..<100 {
                group.addTask {
                    try? await database.write { transaction in
                        try transaction.execute("INSERT INTO note (id, code) VALUES (\(number), \("n\(number)"))")
                        if number.isMultiple(of: 3) { throw Refusal() }
                    }
                }
            }
        }
        let kept = try await database.read { try $0.all("SELECT id FROM note ORDER BY id") { try $0["id"] as Int } }
        #expect(kept == (0..<100).filter { !$0.isMultiple(of: 3) })
    }

    @Test func `a reader keeps its snapshot while the writer commits, and waits for nobody`() async throws {
        let temporary = try TemporaryDatabase()
        let database = try await temporary.withNotes()
        try await database.write { try $0.execute("INSERT INTO note (id, code) VALUES (1, \("a"))") }
        let hasStarted = DispatchSemaphore(value: 0)
        let hasWritten = DispatchSemaphore(value: 0)
        async let counts = database.read(.long) { transaction in
            let count: SQL = "SELECT count(*) AS n FROM note"
            let before = try transaction.one(count) { try $0["n"] as Int }
            hasStarted.signal()
            hasWritten.wait()
            return [before, try transaction.one(count) { try $0["n"] as Int }]
        }
        try await database.write { transaction in
            hasStarted.wait()
            try transaction.execute("INSERT INTO note (id, code) VALUES (2, \("b"))")
        }
        #expect(try await database.count() == 2)
        hasWritten.signal()
        #expect(try await counts == [1, 1])
    }

    @Test func `a read answers while a write is open`() async throws {
        let temporary = try TemporaryDatabase()
        let database = try await temporary.withNotes()
        let isOpen = DispatchSemaphore(value: 0)
        let mayEnd = DispatchSemaphore(value: 0)
        async let written: Void = database.write { transaction in
            try transaction.execute("INSERT INTO note (id, code) VALUES (1, \("a"))")
            isOpen.signal()
            mayEnd.wait()
        }
        let seen = try await database.read(.long) { transaction in
            isOpen.wait()
            return try transaction.one("SELECT count(*) AS n FROM note") { try $0["n"] as Int }
        }
        #expect(seen == 0)
        mayEnd.signal()
        try await written
        #expect(try await database.count() == 1)
    }

    @Test func `more reads than connections wait in line and are all answered`() async throws {
        var options = SQLiteOptions()
        options.readers = 2
        let temporary = try TemporaryDatabase(options)
        let database = try await temporary.withNotes()
        let sum = try await withThrowingTaskGroup { group in
            for number in 0..<100 {
                group.addTask {
                    try await database.read(.long) { try $0.one("SELECT \(number) AS n") { try $0["n"] as Int } }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(sum == 4950)
    }

    @Test func `closing waits for the writes that were asked for before`() async throws {
        let temporary = try TemporaryDatabase()
        let database = try await temporary.withNotes()
        let begun = DispatchSemaphore(value: 0)
        async let written = database.write { transaction in
            begun.signal()
            return try transaction.execute("INSERT INTO note (id, code) VALUES (1, \("a"))")
        }
        try await database.read(.long) { _ in begun.wait() }
        await database.close()
        #expect(try await written == 1)
    }

    @Test func `on a full disk nothing half-written stays, and writing goes on when there is space again`() async throws
    {
        let temporary = try TemporaryDatabase()
        let database = try await temporary.withNotes()
        let pages = try await database.write { try $0.one("PRAGMA page_count") { try $0["page_count"] as Int } }
        #expect(pages < 20)
        try await database.write { _ = try $0.all("PRAGMA max_page_count = 20", as: \.self) }
        let body = String(repeating: "x", count: 20_000)
        let kinds = await withTaskGroup { group in
            for number in 0..<20 {
                group.addTask {
                    do {
                        try await database.write { transaction in
                            for part in 0..<2 {
                                try transaction.execute(
                                    """
                                    INSERT INTO note (id, code, body)
                                    VALUES (\(2 * number + part), \("n\(number).\(part)"), \(body))
                                    """)
                            }
                        }
                        return nil as SQLError.Kind?
                    } catch { return (error as? SQLError)?.kind }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let kept = kinds.count { $0 == nil }
        #expect(kept < 3)
        #expect(kinds.count { $0 == .full } == 20 - kept)
        #expect(try await database.count() == 2 * kept)
        try await database.write { _ = try $0.all("PRAGMA max_page_count = 100000", as: \.self) }
        try await database.write { try $0.execute("INSERT INTO note (id, code) VALUES (100, \("lagi"))") }
        #expect(try await database.count() == 2 * kept + 1)
    }
}
