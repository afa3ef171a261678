import Testing

@testable import Web

@Suite struct `Multipart forms` {
    private static func body(_ parts: [(String, String)], end: String = "--b--\r\n") -> [UInt8] {
        Array((parts.map { "--b\r\n\($0.0)\r\n\r\n\($0.1)\r\n" }.joined() + end).utf8)
    }

    private static func field(_ name: String) -> String { "Content-Disposition: form-data; name=\"\(name)\"" }

    @Test func `hold texts and files`() throws {
        let file = "Content-Disposition: form-data; name=\"fail\"; filename=\"resit.pdf\"\r\nContent-Type: text/html"
        let body = Self.body([
            (Self.field("no-resit"), "iP 123é"), (file, "%PDF-1.7\r\n--not a boundary\r\n"), (Self.field("kosong"), ""),
        ])
        let form = try MultipartForm(parsing: body, boundary: "b")
        #expect(form["no-resit"] == "iP 123é")
        #expect(form["kosong"] == "")
        #expect(form["fail"] == nil)
        #expect(form.file("fail")?.name == "resit.pdf")
        #expect(form.file("fail")?.bytes == Array("%PDF-1.7\r\n--not a boundary\r\n".utf8))
    }

    @Test func `keep a file's bytes as they are`() throws {
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
        let head = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n"
        let form = try MultipartForm(parsing: Array(head.utf8) + bytes + Array("\r\n--b--".utf8), boundary: "b")
        #expect(form.file("f")?.bytes == bytes)
    }

    @Test(arguments: [
        ("a;b.pdf", "a;b.pdf"), ("..\\\\..\\\\x.pdf", "..\\\\..\\\\x.pdf"), ("kata%22.pdf", "kata\".pdf"),
        ("a\\\"b.png", "a\"b.png"), ("", ""),
    ])
    func `read names in quotes`(written: String, name: String) throws {
        let header = "content-disposition:  form-data;name=\"f\" ; filename=\"\(written)\""
        #expect(try MultipartForm(parsing: Self.body([(header, "x")]), boundary: "b").file("f")?.name == name)
    }

    @Test(arguments: [
        ("", MultipartForm.Problem.structure), ("--b", .structure), ("--b\r\n", .structure), ("x--b--", .structure),
        ("--b\r\nX: y\r\n\r\n1\r\n--b--", .header), ("--b\r\n\r\n1\r\n--b--", .header),
        ("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1", .structure),
        ("--b\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n--b--", .header),
        ("--b\r\nContent-Disposition: form-data; name=\"\"\r\n\r\n1\r\n--b--", .header),
        ("--b\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\n1\r\n--b--", .header),
        ("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\0\r\n--b--", .text),
    ])
    func `that are broken are refused`(text: String, problem: MultipartForm.Problem) {
        #expect(throws: problem) { try MultipartForm(parsing: Array(text.utf8), boundary: "b") }
    }

    @Test func `are bounded`() {
        let many = Self.body((0...MultipartForm.mostParts).map { (Self.field("a\($0)"), "") })
        #expect(throws: MultipartForm.Problem.tooManyParts) { try MultipartForm(parsing: many, boundary: "b") }
        let long = String(repeating: "x", count: MultipartForm.longestValue + 1)
        #expect(throws: MultipartForm.Problem.tooLong) {
            try MultipartForm(parsing: Self.body([(Self.field("a"), long)]), boundary: "b")
        }
        #expect(throws: MultipartForm.Problem.structure) {
            try MultipartForm(parsing: Self.body([("X: \(long)\r\n" + Self.field("a"), "")]), boundary: "b")
        }
        #expect(throws: MultipartForm.Problem.repeatedKey("a")) {
            try MultipartForm(parsing: Self.body([(Self.field("a"), ""), (Self.field("a"), "")]), boundary: "b")
        }
        let text = [UInt8]([0xFF, 0xFE])
        let broken = Array("--b\r\n\(Self.field("a"))\r\n\r\n".utf8) + text + Array("\r\n--b--".utf8)
        #expect(throws: MultipartForm.Problem.text) { try MultipartForm(parsing: broken, boundary: "b") }
        #expect(throws: MultipartForm.Problem.boundary) { try MultipartForm(parsing: [], boundary: "") }
    }
}
