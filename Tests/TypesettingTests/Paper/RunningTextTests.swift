import Academy
import Testing

@testable import Typesetting

@Suite struct `A running text` {
    private let style: PaperStyle

    init() throws { style = try #require(try SmallPaper.stationery().styles["body"]) }

    /// Letters are 5 points wide at the best size.
    private func set(
        _ text: String, width: Double, _ breaks: PaperBlock.Breaks = .running, lead: Double = 0
    ) throws -> RunningText {
        let spans = PaperText.parts(text).enumerated().map { TextSpan($1, isStrong: $0 % 2 == 1) }
        return try RunningSetter(measurer: Ruler()).set(
            spans.filter { !$0.text.isEmpty }, style, width: width, breaks: breaks, lead: lead, slot: "test")
    }

    private func lines(_ text: RunningText) -> [String] {
        text.lines.map { line in
            line.runs.map { $0.text + ($0.isSpaced ? " " : "") }.joined()
        }
    }

    @Test func `is set in lines that are full, and loses nothing`() throws {
        let words = "satu dua tiga empat lima enam tujuh lapan sembilan sepuluh"
        let text = try set(words, width: 100)
        #expect(lines(text).joined(separator: " ") == words)
        for line in text.lines { #expect(line.width <= 100.01) }
        #expect(text.lines.count == 4)
        #expect(text.size == 10)
    }

    @Test(arguments: ["bin", "BINTI", "a/l", "A/P", "anak", "@"])
    func `never ends a line with a particle of a name`(particle: String) throws {
        let name = "SITI NUR \(particle) ABDUL RAHMAN"
        for width in stride(from: 40.0, through: 200, by: 5) {
            let text = try set(name, width: width, .name)
            for line in lines(text) { #expect(!line.hasSuffix(particle), "\(width): \(line)") }
            #expect(lines(text).joined(separator: " ") == name)
        }
    }

    @Test func `breaks a name before a particle when it can`() throws {
        #expect(try lines(set("NUR AISYAH BINTI MOHD ALI", width: 90, .name)) == ["NUR AISYAH", "BINTI MOHD ALI"])
    }

    @Test func `breaks Chinese text between its characters, without a space`() throws {
        let text = try set("海关估价课程海关", width: 20)
        #expect(lines(text) == ["海关估价", "课程海关"])
        #expect(text.placed(x: 0, top: 0).allSatisfy { !$0.continues })
    }

    @Test func `marks lines that go on after a space`() throws {
        let placed = try set("satu dua tiga", width: 30).placed(x: 0, top: 0)
        #expect(placed.map(\.continues) == [true, true, false])
    }

    @Test func `gets smaller for one wide word, and breaks it between letters only at the floor`() throws {
        let smaller = try set("SUBRAMANIAMKRISHNAMOORTHY", width: 100)
        #expect(smaller.size == 8)
        #expect(smaller.lines.count == 1)
        let broken = try set("SUBRAMANIAMKRISHNAMOORTHY", width: 40)
        #expect(broken.size == 5)
        #expect(lines(broken).joined() == "SUBRAMANIAMKRISHNAMOORTHY")
        for line in broken.lines { #expect(line.width <= 40.01) }
    }

    @Test func `keeps strong words and their comma together`() throws {
        let text = try set("pada **9 Mac**, sebelum", width: 300)
        #expect(text.lines.count == 1)
        #expect(text.lines[0].runs.map(\.text) == ["pada", "9 Mac", ", sebelum"])
        #expect(text.lines[0].runs.map(\.isSpaced) == [true, false, false])
        let placed = text.placed(x: 10, top: 0)
        #expect(placed.map { $0.style?.face } == [nil, .bold, nil])
        #expect(placed[1].x == 10 + 5 * 5)
    }

    @Test func `begins after the room that is left for its number`() throws {
        let text = try set("satu dua tiga", width: 60, lead: 40)
        #expect(lines(text) == ["satu", "dua tiga"])
        #expect(text.lines[0].runs[0].x == 40)
        #expect(text.lines[1].runs[0].x == 0)
    }

    @Test func `is balanced where that is asked for`() throws {
        #expect(try lines(set("aaaa bbbb cccc dddd", width: 75)) == ["aaaa bbbb cccc", "dddd"])
        #expect(try lines(set("aaaa bbbb cccc dddd", width: 75, .balanced)) == ["aaaa bbbb", "cccc dddd"])
    }

    @Test func `takes a value's asterisks for what they are`() throws {
        let value = try YAMLValue.parse("\"Nama **{{name}}**\"", file: "x")
        let spans = try value.paperText(["name"]).spans(["name": "A**B*C"], .malay)
        #expect(spans == [TextSpan("Nama "), TextSpan("A**B*C", isStrong: true)])
    }
}
