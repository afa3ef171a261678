import Testing

@testable import Desk

@Suite struct CSVTests {
    private static func table(_ text: String, required: [String] = []) throws -> CSVTable {
        try CSVTable(bytes: Array(text.utf8), file: "a.csv", required: required)
    }

    @Test func `quoted cells hold commas, quotation marks and line ends`() throws {
        let table = try Self.table("name,place\r\n\"ALI \"\"MAT\"\", ABU\",\"a\nb\"\r\nX,Y\r\n")
        #expect(table.rows.map { $0["name"] } == ["ALI \"MAT\", ABU", "X"])
        #expect(table.rows[0]["place"] == "a\nb")
        #expect(table.rows.map(\.line) == [2, 4])
    }

    @Test func `a byte order mark, empty lines and spaces do not matter`() throws {
        let table = try Self.table("\u{FEFF}Name , place\n\n  ALI  ,KL\n\n")
        #expect(table.header == ["name", "place"])
        #expect(table.rows.map { $0["name"] } == ["ALI"])
        #expect(table.rows.map(\.line) == [3])
    }

    @Test func `a short row has empty cells`() throws {
        let table = try Self.table("a,b\n1\n")
        #expect(table.rows[0]["b"].isEmpty)
        #expect(table.rows[0]["no such column"].isEmpty)
    }

    @Test func `a missing column is named`() {
        let problem = #expect(throws: InputProblem.self) { try Self.table("name\nALI\n", required: ["mykad"]) }
        #expect(problem?.field == "mykad")
        #expect(problem?.line == 1)
    }

    @Test func `an open quotation mark is found where it was opened`() {
        let problem = #expect(throws: InputProblem.self) { try Self.table("name\nALI\n\"ABU\nX\n") }
        #expect(problem?.line == 3)
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        #expect(throws: InputProblem.self) { try CSVTable(bytes: [0x61, 0xFF, 0x0A], file: "a.csv", required: []) }
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+60", "'+60"), ("-5", "'-5"), ("@x", "'@x"), ("a,b", "\"a,b\""),
        ("say \"x\"", "\"say \"\"x\"\"\""), ("plain", "plain"), ("", ""),
    ])
    func `a written cell runs nothing in a spreadsheet`(cell: String, written: String) {
        #expect(CSVLine.text([cell]) == written + "\r\n")
    }

    @Test func `what is written can be read back`() throws {
        let cells = ["a", "b,c", "d\"e", "f\r\ng", "h"]
        let text = CSVLine.text(["c1", "c2", "c3", "c4", "c5"]) + CSVLine.text(cells)
        let row = try Self.table(text).rows[0]
        #expect(["c1", "c2", "c3", "c4", "c5"].map { row[$0] } == cells)
    }
}
