import Attestation
import Testing

@testable import Records

@Suite struct JSONTreeTests {
    static let texts = [
        "", "a", "\"", "\\", "/", "a\"b\\c/d", "\u{0}\u{1}\u{1F}\u{7F}", "\n\r\t\u{8}\u{C}", "é", "e\u{301}", "陳", "ஜ",
        "محمد", "👩🏽‍🚒", "\u{2028}\u{2029}", "{}[]:,", "\\u0041", String(repeating: "x\"", count: 5000),
    ]

    @Test(arguments: texts)
    func `every text comes back as the encoder wrote it`(text: String) throws {
        let tree = try #require(JSONTree(try JSONColumn.text(["k": [text]])))
        #expect(tree["k"] == .array([.string(text)]))
        #expect(tree["k"]?.list { $0 } == [.string(text)])
    }

    @Test func `a face, evidence and fonts come back as the encoder wrote them`() throws {
        for text in Self.texts {
            var record = Sample.certificate(1)
            var face = record.face
            face.holder = text
            face.venue = text + text
            face.signatories = [
                record.face.signatories[0], .init(name: text, postMalay: text, postEnglish: "", image: text),
            ]
            let evidence = Evidence(condition: text, state: "", by: text, at: "", detail: text)
            record = CertificateRecord(
                id: "", serial: record.serial, code: record.code, officer: "", course: "", kind: "", issuedAt: "",
                face: face, evidence: [evidence, evidence], template: record.template, fonts: record.fonts)
            #expect(JSONTree(try JSONColumn.text(face)).flatMap(CertificateFace.init) == face)
            #expect(JSONTree(try JSONColumn.text(record.evidence))?.list(Evidence.init) == record.evidence)
            #expect(JSONTree(try JSONColumn.text(record.fonts))?.list(FontReference.init) == record.fonts)
        }
    }

    static let wellFormed: [(text: String, tree: JSONTree)] = [
        (
            " { \"a\" : [ 1 , -2 , 0 ] , \"b\" : null }\n",
            .object([
                .init(key: "a", value: .array([.number(1), .number(-2), .number(0)])), .init(key: "b", value: .null),
            ])
        ),
        ("[true,false,[],{}]", .array([.boolean(true), .boolean(false), .array([]), .object([])])),
        (#""\u00e9\uD83D\ude92\/\b\f\n\r\t""#, .string("é🚒/\u{8}\u{C}\n\r\t")),
        ("9223372036854775807", .number(.max)),
    ]

    @Test(arguments: wellFormed.indices)
    func `white space, escapes and nesting are read as RFC 8259 has them`(index: Int) {
        #expect(JSONTree(Self.wellFormed[index].text) == Self.wellFormed[index].tree)
    }

    static let malformed = [
        "", " ", "{", "}", "[", "[1", "[1,", "[1,]", "[,1]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{1:1}",
        "\"",
        "\"a", "\"\\\"", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\+123\"", "\"\\uD83D\"", "\"\\uD83Dx\"",
        "\"\\uD83D\\u0041\"", "\"\\uDE92\"", "\"a\nb\"", "tru", "nul", "nulll", "01", "-", "+1", "1.5", "1e3",
        "9223372036854775808", "1 2", "[1] x", "'a'", String(repeating: "[", count: 100_000),
    ]

    @Test(arguments: malformed.indices)
    func `what is not JSON of ours is refused, however deep`(index: Int) {
        #expect(JSONTree(Self.malformed[index]) == nil)
    }

    @Test func `a face that lacks a value is refused, not filled with a blank`() throws {
        let text = try JSONColumn.text(Sample.certificate(1).face)
        for name in CertificateFace.fieldNames.union(["signatories", "postMalay"]) {
            let lacking = text.split(separator: "\"\(name)\"").joined(separator: "\"x\"")
            #expect(lacking != text)
            #expect(JSONTree(lacking).flatMap(CertificateFace.init) == nil)
        }
    }
}
