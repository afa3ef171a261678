import Academy
import Attestation
import Eligibility
import Testing

@testable import Typesetting

@Suite struct PageTests {
    private func paragraphs(_ page: Page) -> [Paragraph] {
        page.items.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
    }

    private func specimen(_ given: [String: String]) throws -> Page {
        let template = try TemplateFolder(smallTemplate).read()
        return try SpecimenPage(try SpecimenValues(overriding: given), template: template, with: Ruler()).page
    }

    @Test func `a conditional text is left out with its gap`() throws {
        let with = try paragraphs(specimen(["maskedMyKad": "******-**-1234"]))
        let without = try paragraphs(specimen(["maskedMyKad": ""]))
        #expect(with.count == without.count + 1)
        #expect(with.contains { $0.lines[0].text == "No. KP ******-**-1234" })
    }

    @Test func `an apostrophe stays an apostrophe`() throws {
        let page = try specimen(["holder": "DATO' SA'AD & <ABU>"])
        #expect(paragraphs(page).contains { $0.lines[0].text == "DATO' SA'AD & <ABU>" })
    }

    @Test func `roles come in reading order`() throws {
        #expect(try paragraphs(specimen([:])).prefix(3).map(\.role) == [.heading1, .heading2, .paragraph])
    }

    @Test func `lines are centred in their box`() throws {
        let name = try #require(paragraphs(specimen([:])).first { $0.role == .heading2 })
        for line in name.lines { #expect(abs(line.x + line.width / 2 - Millimetres.points(50)) < 0.001) }
    }

    @Test(arguments: 1...3)
    func `signatories stand evenly about the middle of their box`(count: Int) throws {
        var given: [String: String] = [:]
        for number in 1...count { given["signatory\(number).name"] = "NAMA \(number)" }
        let rules = try specimen(given).items.compactMap { item -> PlacedRule? in
            if case .rule(let rule) = item, rule.fromY > 180 { rule } else { nil }
        }
        #expect(rules.count == count)
        #expect(Set(rules.map(\.fromY)).count == 1)
        let middles = rules.map { ($0.fromX + $0.toX) / 2 }
        #expect(abs(middles.reduce(0, +) / Double(count) - Millimetres.points(75)) < 0.001)
    }

    @Test func `a code has four white modules around it and keeps its printed side`() throws {
        let symbol = try #require(
            specimen([:]).items.compactMap { if case .symbol(let symbol) = $0 { symbol } else { nil } }.first)
        #expect(abs(symbol.module * Double(symbol.matrix.side) - Millimetres.points(28)) < 0.001)
        #expect(abs(symbol.box.width - symbol.module * Double(symbol.matrix.side + 8)) < 0.001)
    }

    @Test func `a specimen always ends with its watermark`() throws {
        guard case .watermark(let mark) = try specimen([:]).items.last else {
            Issue.record("there is no watermark")
            return
        }
        #expect(mark.text == "SPESIMEN")
    }

    @Test func `an unknown value of a specimen is refused`() {
        #expect(throws: SpecimenValues.UnknownField(name: "nama")) { try SpecimenValues(overriding: ["nama": "ALI"]) }
    }

    @Test func `a stack that is too full gets smaller as a whole`() throws {
        let template = try TemplateFolder(
            smallTemplate.replacing("stack: [0, 0, 100, 80]", with: "stack: [0, 0, 100, 16]")
        ).read()
        let page = try SpecimenPage(
            try SpecimenValues(overriding: ["holder": "ALI BIN ABU"]), template: template, with: Ruler()
        ).page
        let name = try #require(paragraphs(page).first { $0.role == .heading2 })
        #expect(name.size < 30 && name.size >= 10)
    }
}
