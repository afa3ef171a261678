import Testing

@testable import Web

@Suite struct `Fields of a page` {
    @Test func `are told apart where their names look alike`() {
        // The same length, and the same first and last eight letters.
        let fields: Fields = ["beginningAandTheEnd": "a", "beginningBandTheEnd": "b", "": "c", "n": 1, "nn": 2]
        #expect(shown(fields, "beginningAandTheEnd") == "a")
        #expect(shown(fields, "beginningBandTheEnd") == "b")
        #expect(shown(fields, "") == "c")
        #expect(shown(fields, "n") == "1")
        #expect(shown(fields, "nn") == "2")
        #expect(shown(fields, "beginningCandTheEnd") == nil)
        #expect(FieldName("beginningAandTheEnd") != "beginningBandTheEnd")
    }

    @Test func `are another's where both have a name`() {
        let fields = Fields(["a": "first", "b": "stays"]).adding(["a": "second", "c": true])
        #expect(shown(fields, "a") == "second")
        #expect(shown(fields, "b") == "stays")
        #expect(shown(fields, "c") == "true")
    }

    @Test func `show lists, texts and flags as sections`() throws(TemplateError) {
        let fields: Fields = [
            "rows": [Fields(["n": 1]), Fields(["n": 2])], "none": [Fields](), "texts": ["a", "<"], "yes": true,
            "no": false, "text": "t", "absent": String?.none.orAbsent, "part": ["n": 3] as Fields,
        ]
        #expect(try render("{{#rows}}{{n}}{{yes}}{{/rows}}{{^rows}}-{{/rows}}", fields) == "1true2true")
        #expect(try render("{{#none}}a{{/none}}{{^none}}-{{/none}}", fields) == "-")
        #expect(try render("{{#texts}}{{.}};{{/texts}}{{^texts}}-{{/texts}}", fields) == "a;&lt;;")
        #expect(try render("{{#yes}}y{{/yes}}{{#no}}n{{/no}}{{^no}}-{{/no}}{{^yes}}n{{/yes}}", fields) == "y-")
        #expect(try render("{{#text}}{{.}}{{/text}}{{#absent}}{{.}}{{/absent}}{{^absent}}-{{/absent}}", fields) == "t-")
        #expect(try render("{{part.n}}{{part.m}}{{part}}{{#part}}{{n}}{{text}}{{/part}}", fields) == "33t")
    }

    private func shown(_ fields: Fields, _ name: FieldName) -> String? {
        switch fields.value(named: name) {
        case .text(let text): text
        case .number(let number): "\(number)"
        case .flag(let flag): "\(flag)"
        default: nil
        }
    }

    private func render(_ text: String, _ fields: Fields) throws(TemplateError) -> String {
        var rendering = Rendering(fields, library: [:])
        guard let template = try? Template(text: text) else { throw TemplateError(file: text, problem: "is none") }
        try rendering.add(template.parts)
        return rendering.html
    }
}
