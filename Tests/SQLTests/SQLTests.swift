import SQL
import Testing

@Suite struct SQLTests {
    @Test func `interpolated values are bound from left to right and never pasted`() {
        let name = "'; DROP TABLE officer; --"
        let sql: SQL = "UPDATE officer SET name = \(name), grade = \(nil as String?) WHERE id = \(7)"
        #expect(sql.text == "UPDATE officer SET name = $1, grade = $2 WHERE id = $3")
        #expect(sql.values == [.text(name), .null, .integer(7)])
    }

    @Test func `a fragment brings its values, and they are renumbered`() {
        let condition: SQL = "at < \("b") AND id < \("c")"
        let sql: SQL = "SELECT x FROM t WHERE kind = \("a") AND (\(condition)) AND z = \(true)\(unchecked: " LIMIT 5")"
        #expect(sql.text == "SELECT x FROM t WHERE kind = $1 AND (at < $2 AND id < $3) AND z = $4 LIMIT 5")
        #expect(sql.values == [.text("a"), .text("b"), .text("c"), .boolean(true)])
    }

    @Test func `a fragment without values is pasted as it stands`() {
        let columns: SQL = "id, name"
        #expect(("SELECT \(columns) FROM t" as SQL).text == "SELECT id, name FROM t")
        #expect(("SELECT \(columns) FROM t" as SQL).values.isEmpty)
    }

    @Test func `a statement prints without its values`() {
        let secret = "890101-14-5677"
        #expect("\("SELECT 1 WHERE x = \(secret)" as SQL)" == "SELECT 1 WHERE x = $1")
    }
}
