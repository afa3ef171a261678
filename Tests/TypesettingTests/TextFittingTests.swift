import Testing

@testable import Typesetting

@Suite struct TextFittingTests {
    /// 0.5 em a letter: 20 letters at 30 pt take 300 pt.
    private let width = 300.0

    private func slot(_ breaks: TextSlot.Breaks = .balanced, lines: Int = 2) throws -> TextSlot {
        let style = TypeStyle(families: ["EB Garamond"], face: .regular, ink: .black)
        return TextSlot(
            text: .plain, style: SizedStyle(style: style, best: 30, least: 20, floor: 10, leading: 1.2),
            role: .paragraph, align: .centre, vertical: .middle, lines: lines, breaks: breaks, condition: nil,
            name: "content[0]")
    }

    private func fit(_ text: String, _ slot: TextSlot) throws -> FittedText {
        try TextFitter(measurer: Ruler(), values: [:]).fit(text, slot, width: width, height: .infinity)
    }

    @Test func `a short text has the best size`() throws {
        let fitted = try fit("ALI BIN ABU", slot())
        #expect(fitted.size == 30)
        #expect(fitted.lines.map(\.text) == ["ALI BIN ABU"])
    }

    @Test func `a longer text shrinks before it breaks`() throws {
        let fitted = try fit("SITI AMINAH BINTI ABDULLAH", slot())
        #expect(fitted.lines.count == 1)
        #expect(fitted.size < 30 && fitted.size >= 20)
    }

    @Test func `edge 40: past the least size a name breaks before a particle`() throws {
        let fitted = try fit("NURUL IZZATI HUSNA BINTI MUHAMMAD HAFIZUDDIN", slot(.name))
        #expect(fitted.lines.map(\.text) == ["NURUL IZZATI HUSNA", "BINTI MUHAMMAD HAFIZUDDIN"])
        #expect(fitted.size == 20)
    }

    @Test(arguments: ["BIN", "BINTI", "bt.", "A/L", "a/p", "ANAK", "s/o", "D/O", "@"])
    func `edge 40: a particle is never the last word of a line`(particle: String) throws {
        for left in 1...6 {
            let name =
                (Array(repeating: "NAMAKU", count: left) + [particle] + Array(repeating: "BAPAKU", count: 7 - left))
                .joined(separator: " ")
            let fitted = try fit(name, slot(.name))
            for line in fitted.lines.dropLast() {
                #expect(line.text.split(separator: " ").last.map(String.init) != particle)
            }
            #expect(fitted.lines.map(\.text).joined(separator: " ") == name)
        }
    }

    @Test(arguments: 1...120)
    func `nothing is lost, nothing is too wide, and a longer text is never larger`(length: Int) throws {
        let word = "ABCDE "
        func text(_ length: Int) -> String {
            String(String(repeating: word, count: length / 6 + 1).prefix(length)).split(separator: " ").joined(
                separator: " ")
        }
        let fitted = try fit(text(length), slot(lines: 4))
        #expect(fitted.lines.map(\.text).joined(separator: " ") == text(length))
        #expect(fitted.lines.allSatisfy { $0.extent.width * fitted.size <= width + 0.001 })
        #expect(fitted.size >= fitted.slot.style.floor)
        #expect(try fit(text(length + 1), slot(lines: 4)).size <= fitted.size)
    }

    @Test func `edge 40: a name of 100 letters and a word of 40 fit`() throws {
        let name =
            "SITI NUR AISYAH HUMAIRA BINTI TUAN SYED MUHAMMAD ABDUL RAHMAN AL-HAJ @ NUR AISYAH BINTI ABDULLAH THANI"
        #expect(name.count > 100)
        #expect(try fit(name, slot(.name)).lines.count == 2)
        #expect(try fit(String(repeating: "W", count: 40), slot(.name)).lines.count == 1)
    }

    @Test func `what does not fit at the floor is refused by the slot's name`() throws {
        let word = String(repeating: "W", count: 200)
        #expect(throws: LayoutError.doesNotFit(text: word, slot: "content[0]")) { try fit(word, slot()) }
    }

    @Test func `lines of a title are balanced and do not end in small words`() throws {
        let fitted = try fit("Kursus Penilaian dan Pengelasan Dagangan", slot())
        #expect(fitted.lines.map(\.text) == ["Kursus Penilaian", "dan Pengelasan Dagangan"])
    }

    @Test func `Chinese text breaks between characters`() throws {
        let fitted = try fit("海关估价与进口货物课程海关估价与进口货物课程海关估价与进口货物课程", slot())
        #expect(fitted.lines.count == 2)
        #expect(abs(fitted.lines[0].text.count - fitted.lines[1].text.count) <= 1)
    }

    @Test func `a missing glyph is told by its character and field`() throws {
        let template = try TemplateFolder(smallTemplate).read()
        var given = ["holder": "ALI ⴰ BIN ABU"]
        let values = try SpecimenValues(overriding: given)
        let error = #expect(throws: LayoutError.self) {
            try SpecimenPage(values, template: template, with: Ruler(missing: ["ⴰ"]))
        }
        #expect(error == .missingGlyph("ⴰ", field: "holder", slot: "content[3].items[0]"))
        #expect(error?.description.contains("holder: no font has the character U+2D30") == true)
        given["holder"] = "ALI BIN ABU"
        #expect(throws: Never.self) {
            try SpecimenPage(try SpecimenValues(overriding: given), template: template, with: Ruler(missing: ["ⴰ"]))
        }
    }
}
