import Academy
import Records
import SQL
import Testing

@Suite struct SchemaTests {
    @Test func `every step runs on an empty database, and none runs twice`() async throws {
        let register = try await Register()
        let migrator = try Migrator(Schema.migrations)
        #expect(try await migrator.pending(in: register.database).isEmpty)
        #expect(try await migrator.migrate(register.database, at: Sample.moment.iso).isEmpty)
    }

    @Test func `every foreign key has its parent, and SQLite finds the file sound`() async throws {
        let register = try await Register().withParticipants(3)
        try await register.database.read { transaction throws in
            #expect(try transaction.all("PRAGMA foreign_key_check", as: \.self).isEmpty)
            #expect(try transaction.one("PRAGMA integrity_check") { try $0["integrity_check"] as String } == "ok")
        }
    }

    /// A column of an index is never NULL by accident where uniqueness is meant; and PostgreSQL tells constraints by name.
    @Test func `every unique index has a name of ours`() async throws {
        let register = try await Register()
        let names = try await register.database.read { transaction throws in
            try transaction.all(
                """
                SELECT i.name AS name, i.origin AS origin
                FROM sqlite_schema AS t, pragma_index_list(t.name) AS i
                WHERE t.type = 'table' AND i."unique"
                """
            ) { (try $0["name"] as String, try $0["origin"] as String) }
        }
        #expect(names.count > 15)
        for (name, origin) in names where origin == "u" { Issue.record("\(name) is a UNIQUE without a name") }
    }
}
