import Academy
import Testing

@testable import Typesetting

@Suite struct `A paper` {
    private static let table = """
        - table: participants
          foot: totals
          columns:
            - {head: [Bil.], width: 10, cells: [{text: "{{position}}", style: cell}]}
            - {head: [Nama], width: [40, 80], cells: [{text: "{{name}}", style: cell, breaks: name}]}
            - each: sessions
              head: ["{{day}}"]
              width: [15, 20]
              boxed: true
              cells: [{text: "{{cell}}", style: cell}]
          height: 9
          most: 4
        """

    private static func rows(_ count: Int, cells: Int = 0) -> [PaperValues.Row] {
        (0..<count).map { number in
            PaperValues.Row(
                ["position": "\(number + 1)", "name": "PEGAWAI \(number + 1)"],
                cells: (0..<cells).map { "\(number + 1).\($0 + 1)" })
        }
    }

    @Test func `has its letterhead on the first page, and its number at the top of the others`() throws {
        let pages = try SmallPaper.pages(Self.table, rows: Self.rows(60))
        #expect(pages.count > 1)
        #expect(pages[0].texts.first == "Akademi")
        #expect(!pages[0].texts.contains("SK/1"))
        for page in pages.dropFirst() {
            #expect(page.texts.first == "SK/1")
            #expect(!page.texts.contains("Akademi"))
        }
    }

    @Test func `leaves out what the letterhead does not have`() throws {
        #expect(try SmallPaper.pages("- {text: A, style: body}")[0].paragraphs.count == 4)
        let page = try SmallPaper.pages("- {text: A, style: body}", ["contact": "06-000 0000"])[0]
        #expect(page.texts.contains("06-000 0000"))
    }

    @Test(arguments: [(Language.malay, "Halaman", "daripada"), (.english, "Page", "of")])
    func `counts its pages in its own language`(language: Language, page: String, of: String) throws {
        let pages = try SmallPaper.pages(Self.table, rows: Self.rows(60), in: language)
        for (index, each) in pages.enumerated() {
            #expect(each.texts.last == "\(page) \(index + 1) \(of) \(pages.count)")
        }
    }

    @Test(arguments: [1, 24, 25, 26, 27, 300])
    func `sets every row once and in order, under a head on every page, and parts none`(count: Int) throws {
        let pages = try SmallPaper.pages(Self.table, rows: Self.rows(count), sessions: 2)
        var numbers: [String] = []
        for page in pages {
            let table = try #require(page.tables.first)
            #expect(page.tables.count == 1)
            let rows = table.items.compactMap(\.part)
            #expect(rows.first?.items.compactMap(\.part?.role) == [.headCell, .headCell, .headCell, .headCell])
            #expect(rows.first?.items.flatMap(\.texts) == ["Bil.", "Nama", "hari 1", "hari 2"])
            #expect(rows.dropFirst().allSatisfy { $0.items.allSatisfy { $0.part?.role == .cell } })
            #expect(rows.count > 1)
            numbers += rows.dropFirst().compactMap { $0.items.first?.texts.first }
            let bottom = page.height - Millimetres.points(20)
            for line in page.items.filter({ $0.part?.role != .edge }).flatMap(\.paragraphs).flatMap(\.lines) {
                #expect(line.y < bottom)
            }
        }
        #expect(numbers == (1...count).map { "\($0)" })
    }

    @Test func `leaves no row alone on a page, and what follows a table on the page of its last rows`() throws {
        let signed =
            Self.table + "\n- keep:\n    - {text: Disahkan, style: body}\n    - {text: Nama, style: body}\n"
            + "  gap: 7\n  follows: true"
        for count in 1...70 {
            let pages = try SmallPaper.pages(signed, rows: Self.rows(count))
            let rows = pages.map { page in page.tables.reduce(0) { $0 + $1.items.compactMap(\.part).count - 1 } }
            #expect(rows.reduce(0, +) == count)
            #expect(rows.allSatisfy { $0 >= min(2, count) }, "\(count): \(rows)")
            #expect(rows[rows.count - 1] >= min(3, count), "\(count): \(rows)")
            #expect(pages[pages.count - 1].texts.contains("Nama"))
        }
    }

    @Test func `sets a wide table again for the columns that do not fit beside the others`() throws {
        let pages = try SmallPaper.pages(Self.table, rows: Self.rows(3, cells: 6), sessions: 6)
        #expect(pages.count == 2)
        let heads = pages.map { $0.tables[0].items[0].texts }
        #expect(
            heads == [["Bil.", "Nama", "hari 1", "hari 2", "hari 3"], ["Bil.", "Nama", "hari 4", "hari 5", "hari 6"]])
        #expect(pages[1].tables[0].items[1].texts == ["1", "PEGAWAI 1", "1.4", "1.5", "1.6"])
    }

    @Test func `never begins a page with a sum alone`() throws {
        for count in 20...32 {
            let totals = [PaperValues.Row(["name": "Jumlah"])]
            let pages = try SmallPaper.pages(Self.table, rows: Self.rows(count), totals: totals)
            let last = try #require(pages.last?.tables.first)
            #expect(last.items.count >= 3, "\(count) rows")
            #expect(last.items.last?.texts == ["Jumlah"])
            #expect(last.items.last?.paragraphs[0].lines[0].style?.face == .semiBold)
        }
    }

    @Test func `fills the line with its columns`() throws {
        for sessions in 0...4 {
            let blocks = try SmallPaper.template(Self.table).blocks
            guard case .table(let table) = blocks[0].content else { throw Missing.table }
            let lot = table.lots(repeating: ["sessions": sessions])[0]
            for width in [300.0, 538.6, 700] {
                let widths = PaperBlock.Table.widths(of: lot, in: width)
                #expect(abs(widths.reduce(0, +) - width) < 0.01)
            }
        }
    }

    private enum Missing: Error { case table }

    @Test func `numbers paragraphs from the second, and items by letters within each`() throws {
        let pages = try SmallPaper.pages(
            """
            - {text: Pembuka, style: body}
            - {text: Satu, style: body, number: paragraph}
            - {text: Butir, style: body, number: item, indent: 5}
            - {text: Tiada, style: body, number: item, when: confirmed}
            - {text: Butir, style: body, number: item}
            - {text: Dua, style: body, number: paragraph}
            - {text: Butir, style: body, number: item}
            """)
        let texts = pages[0].texts.filter { $0 != "Akademi" && !$0.contains("Dijana") && !$0.contains("Halaman") }
        #expect(texts == ["Pembuka", "2.", "Satu", "(a)", "Butir", "(b)", "Butir", "3.", "Dua", "(a)", "Butir"])
    }

    @Test func `shows what a field asks for, and what its absence asks for`() throws {
        let content = """
            - {text: A, style: body, when: confirmed}
            - {text: B, style: body, unless: confirmed}
            """
        #expect(try SmallPaper.pages(content)[0].texts.contains("B"))
        #expect(try !SmallPaper.pages(content)[0].texts.contains("A"))
        #expect(try SmallPaper.pages(content, ["confirmed": "1"])[0].texts.contains("A"))
    }

    @Test func `sets capitals, and roles that can be heard`() throws {
        let page = try SmallPaper.pages(
            "- {text: \"Tawaran {{course}}\", style: body, role: H1, capitals: true}", ["course": "Kursus"])[0]
        let heading = try #require(page.paragraphs.first { $0.role == .heading1 })
        #expect(heading.lines.map(\.text) == ["TAWARAN KURSUS"])
    }

    @Test func `keeps together what belongs together`() throws {
        for count in 20...30 {
            let pages = try SmallPaper.pages(
                Self.table + "\n- keep: [{text: Sekian, style: body}, {space: 20}, {text: NAMA, style: body}]",
                rows: Self.rows(count))
            let place = try #require(pages.firstIndex { $0.texts.contains("Sekian") })
            #expect(pages[place].texts.contains("NAMA"), "\(count) rows")
        }
    }

    @Test func `leaves no line of a paragraph alone on a page`() throws {
        let words = Array(repeating: "perkataan", count: 400).joined(separator: " ")
        for count in 1...9 {
            let lead = (0..<count).map { _ in "- {text: Baris, style: body}\n" }.joined()
            let pages = try SmallPaper.pages(lead + "- {text: \"{{course}}\", style: body}", ["course": words])
            let parts = pages.compactMap { page in
                page.paragraphs.first { $0.lines[0].text.hasPrefix("perkataan") }?.lines.count
            }
            #expect(parts.allSatisfy { $0 > 1 })
            #expect(pages.flatMap(\.texts).filter { $0.hasPrefix("perkataan") }.joined(separator: " ") == words)
        }
    }

    @Test func `that no page can hold is refused, and so is a character that no font has`() throws {
        let words = Array(repeating: "perkataan", count: 2000).joined(separator: " ")
        #expect(throws: LayoutError.self) {
            try SmallPaper.pages(Self.table, rows: [PaperValues.Row(["name": words])])
        }
        #expect(throws: LayoutError.missingGlyph("ⴰ", field: nil, slot: "[0].columns[1]")) {
            try SmallPaper.pages(Self.table, rows: [PaperValues.Row(["name": "ⴰ"])], missing: "ⴰ")
        }
    }

    @Test func `has a note on a wash, with a bar beside it`() throws {
        let page = try SmallPaper.pages("- {note: \"Bukan resit\"}")[0]
        let panels = page.items.compactMap(\.part).flatMap(\.items).compactMap { item in
            if case .panel(let panel) = item { panel } else { nil }
        }
        #expect(panels.count == 2)
        #expect(panels[1].box.width == 2)
        #expect(panels[0].box.height == panels[1].box.height)
    }
}
