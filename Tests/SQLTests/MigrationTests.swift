import SQL
import Testing

@Suite struct MigrationTests {
    @Test func `the checksum follows the text of every statement`() {
        let first = Migration(1, "one", ["CREATE TABLE a (x TEXT)", "CREATE TABLE b (x TEXT)"])
        #expect(first.checksum == Migration(1, "renamed", first.statements).checksum)
        #expect(first.checksum != Migration(1, "one", ["CREATE TABLE a (x TEXT)"]).checksum)
        #expect(first.checksum != Migration(1, "one", Array(first.statements.reversed())).checksum)
        #expect(first.checksum != Migration(1, "one", ["CREATE TABLE a (x TEXT)CREATE TABLE b (x TEXT)"]).checksum)
        #expect(first.checksum.count == 16)
    }

    /// FNV-1a's published value for `a` is af63dc4c8601ec8c; one more round of the prime ends the statement.
    @Test func `the checksum is FNV-1a`() {
        let hash = (0xaf63_dc4c_8601_ec8c as UInt64) &* 0x100_0000_01b3
        #expect(UInt64(Migration(1, "", ["a"]).checksum, radix: 16) == hash)
    }

    @Test(arguments: [[2], [1, 3], [1, 1], [1, 2, 4]])
    func `numbers must be 1, 2, 3 without gaps`(numbers: [Int]) {
        #expect(throws: MigrationError.self) { try Migrator(numbers.map { Migration($0, "step", []) }) }
    }
}
