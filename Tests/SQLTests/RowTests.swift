import SQL
import Testing

@Suite struct RowTests {
    enum Colour: String, SQLRepresentable, CaseIterable {
        case red, green
    }

    static let columns = Row.Columns(["id", "name", "ready", "minutes", "seal", "colour", "twice", "twice"])
    let row = Row(
        columns: columns,
        values: [
            .text("a1"), .null, .integer(1), .integer(480), .bytes([0, 255]), .text("green"), .integer(1), .integer(2),
        ])

    @Test func `a column is read as the type that is asked for`() throws {
        #expect(try row["id"] == "a1")
        #expect(try row["name"] == nil as String?)
        #expect(try row["ready"] == true)
        #expect(try row["minutes"] == 480)
        #expect(try row["seal"] == [0, 255] as [UInt8])
        #expect(try row["colour"] == Colour.green)
    }

    @Test func `NULL in a column that must not be empty is an error that names it`() {
        #expect(throws: SQLError(kind: .decoding(column: "name"), sql: "", message: "it holds NULL that is no String"))
        {
            let _: String = try row["name"]
        }
    }

    @Test func `an error never tells the value`() throws {
        let error = try #require(throws: SQLError.self) { let _: Colour = try row["id"] }
        #expect("\(error)" == "column id: it holds text that is no Colour")
    }

    @Test(arguments: ["", "Id", "nama", "twice"])
    func `a name that no column has, or two have, is an error`(name: String) throws {
        let error = try #require(throws: SQLError.self) { let _: Int? = try row[name] }
        #expect(error.kind == .decoding(column: name))
    }

    @Test func `columns whose names look alike are told apart`() throws {
        // Of the same length, with the same letters first, last and in the middle.
        let names = (0..<40).map { "a\($0 / 10)x\($0 % 10)z" } + [""]
        let row = Row(columns: Row.Columns(names), values: names.map { .text($0) })
        for name in names { #expect(try row[name] == name) }
        #expect(throws: SQLError.self) { let _: String = try row["a4x0z"] }
    }

    @Test func `numbers that do not fit are refused`() {
        #expect(Bool(sqlValue: .integer(2)) == nil)
        #expect(Double(sqlValue: .integer(3)) == 3)
        #expect(Double(sqlValue: .text("3")) == nil)
        #expect(String(sqlValue: .integer(3)) == nil)
        #expect(Int(sqlValue: .text("3")) == nil)
    }

    @Test func `every value goes there and back`() {
        #expect(String(sqlValue: "a\u{0}é".sqlValue) == "a\u{0}é")
        #expect(Int64(sqlValue: Int64.min.sqlValue) == .min)
        #expect(Bool(sqlValue: true.sqlValue) == true)
        #expect(Double(sqlValue: 0.1.sqlValue) == 0.1)
        #expect([UInt8](sqlValue: [].sqlValue) == [])
        #expect(Int?(sqlValue: Int?.none.sqlValue) == .some(nil))
        #expect(Colour.allCases.map { Colour(sqlValue: $0.sqlValue) } == Colour.allCases)
    }
}
