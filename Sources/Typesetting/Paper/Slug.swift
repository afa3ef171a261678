/// A piece of a paper's content that is never parted between pages: a line, a table's row, a picture.
struct Slug {
    var content: Content
    var height: Double
    /// Room above it; none at the top of a page.
    var gap: Double
    /// It does not end a page if that can be helped.
    var keepsWithNext: Bool
    /// Fills and lines behind it, from its own top.
    var ground: [PageItem]

    enum Content {
        /// One line of a paragraph: what belongs together is one paragraph on a page.
        case line(paragraph: Int, role: Paragraph.Role, style: TypeStyle, size: Double, [PlacedLine])
        /// A row of a table, which begins every page that it comes to with its head.
        case row(table: Int, head: TableHead?, PagePart)
        case items([PageItem])
        /// Room that is left out at the top of a page.
        case room
        /// What follows begins a page.
        case pageBreak
    }

    init(
        _ content: Content, height: Double, gap: Double = 0, keepsWithNext: Bool = false, ground: [PageItem] = []
    ) {
        self.content = content
        self.height = height
        self.gap = gap
        self.keepsWithNext = keepsWithNext
        self.ground = ground
    }
}

/// The head of a table, from its own top.
struct TableHead {
    var row: PagePart
    var height: Double
    var ground: [PageItem]
}

extension PageItem {
    /// The same, so far further down.
    func lowered(by distance: Double) -> PageItem {
        switch self {
        case .paragraph(let paragraph):
            .paragraph(
                Paragraph(
                    role: paragraph.role, style: paragraph.style, size: paragraph.size,
                    lines: paragraph.lines.map { $0.lowered(by: distance) }))
        case .rule(let rule):
            .rule(
                PlacedRule(
                    fromX: rule.fromX, fromY: rule.fromY + distance, toX: rule.toX, toY: rule.toY + distance,
                    weight: rule.weight, ink: rule.ink))
        case .picture(let picture):
            .picture(
                PlacedPicture(
                    file: picture.file, box: picture.box.lowered(by: distance), alternative: picture.alternative))
        case .panel(let panel): .panel(PlacedPanel(box: panel.box.lowered(by: distance), ink: panel.ink))
        case .symbol(let symbol):
            .symbol(
                PlacedSymbol(
                    matrix: symbol.matrix, box: symbol.box.lowered(by: distance), link: symbol.link,
                    alternative: symbol.alternative))
        case .part(let part): .part(part.lowered(by: distance))
        case .ground, .art, .microtext, .watermark: self
        }
    }
}

extension PagePart {
    func lowered(by distance: Double) -> PagePart {
        PagePart(role: role, items: items.map { $0.lowered(by: distance) })
    }
}

extension PlacedLine {
    func lowered(by distance: Double) -> PlacedLine {
        PlacedLine(text: text, x: x, y: y + distance, width: width, continues: continues, style: style)
    }
}

extension Box {
    fileprivate func lowered(by distance: Double) -> Box { Box(x: x, y: y + distance, width: width, height: height) }
}
