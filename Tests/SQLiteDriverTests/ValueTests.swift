import SQL
import SQLiteDriver
import Testing

@Suite struct ValueTests {
    static let texts = ["", "a", "a\u{0}b", "Sa'ad @ Ya’kob a/l د ஜ 陳 🏛", String(repeating: "x", count: 100_000)]

    @Test(arguments: texts)
    func `text comes back byte for byte`(text: String) async throws {
        let temporary = try TemporaryDatabase()
        let back = try await temporary.database.read { try $0.one("SELECT \(text) AS v") { try $0["v"] as String } }
        #expect(Array(back.utf8) == Array(text.utf8))
    }

    @Test func `numbers, bytes, booleans and NULL come back as they went in`() async throws {
        let temporary = try TemporaryDatabase()
        let bytes: [UInt8] = Array(0...255)
        let row = try await temporary.database.read { transaction in
            try transaction.one(
                """
                SELECT \(Int64.min) AS low, \(Int64.max) AS high, \(0.1) AS real, \(bytes) AS bytes, \([] as [UInt8]) AS none,
                    \(true) AS yes, \(nil as Int?) AS absent
                """, as: \.self)
        }
        #expect(try row["low"] == Int64.min)
        #expect(try row["high"] == Int64.max)
        #expect(try row["real"] == 0.1)
        #expect(try row["bytes"] == bytes)
        #expect(try row["none"] == [] as [UInt8])
        #expect(try row["yes"] == true)
        #expect(try row["absent"] == nil as Int?)
    }

    @Test func `twelve values land in their twelve places`() async throws {
        let temporary = try TemporaryDatabase()
        let numbers = try await temporary.database.read { transaction in
            try transaction.one(
                """
                SELECT \(1) AS a, \(2) AS b, \(3) AS c, \(4) AS d, \(5) AS e, \(6) AS f, \(7) AS g, \(8) AS h, \(9) AS i,
                    \(10) AS j, \(11) AS k, \(12) AS l
                """
            ) { row in try "abcdefghijkl".map { try row[String($0)] as Int } }
        }
        #expect(numbers == Array(1...12))
    }

    @Test func `a column that was added is seen by a statement that was prepared before`() async throws {
        let temporary = try TemporaryDatabase()
        let database = try await temporary.withNotes()
        let all: SQL = "SELECT * FROM note"
        try await database.write { transaction in
            try transaction.execute("INSERT INTO note (id, code) VALUES (1, \("a"))")
            #expect(try transaction.all(all) { try $0["code"] as String } == ["a"])
            try transaction.execute("ALTER TABLE note ADD COLUMN extra TEXT")
            #expect(try transaction.all(all) { try $0["extra"] as String? } == [nil])
        }
    }
}
